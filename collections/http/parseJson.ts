/** The value of a JSON text, or null when it is none: the schema that looks at it next refuses both alike. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null // a malformed message, or a proxy's page
  }
}
