export type EditionFile = { name: string; sha256: string }

/** The files that the text of an edition names by their checksums, in the order of the text. */
export function editionFiles(content: string): EditionFile[] {
  const files = new Map<string, EditionFile>()
  JSON.parse(content, (_, value: unknown) => {
    if (isFile(value)) files.set(value.sha256, { name: value.title, sha256: value.sha256 })
    return value
  })
  return [...files.values()]
}

export type Withdrawal = { at: string; reason: string; sha256: string }

/** What was taken out of the text of an edition, and when: `sha256` is of the text before. */
export function withdrawals(content: string): Withdrawal[] {
  const parsed: unknown = JSON.parse(content)
  const { withdrawn } = parsed as { withdrawn?: Withdrawal[] } // the portal's own record (collections/Withdrawals)
  return withdrawn ?? []
}

const isFile = (value: unknown): value is { title: string; sha256: string } =>
  typeof value === 'object' &&
  value !== null &&
  'sha256' in value &&
  'title' in value &&
  typeof value.sha256 === 'string' &&
  typeof value.title === 'string'
