import type { PayloadRequest } from 'payload'
import { parseJson } from '../http/parseJson.ts'
import { readBytes } from '../http/readBody.ts'

/** What a form sent: texts, several under one name as a list, and files. */
export type Sent = Record<string, unknown>

/** The fields of a request as a form (either encoding) or as JSON; a word about what is wrong with it otherwise. */
export const readForm = async (req: PayloadRequest, maxBytes: number): Promise<Sent | 'large' | 'broken'> => {
  const bytes = await readBytes(req, maxBytes)
  if (bytes === null) return 'large'
  const type = req.headers.get('content-type') ?? ''
  if (type.startsWith('application/json')) {
    const value = parseJson(bytes.toString('utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : 'broken'
  }
  try {
    return fieldsOf(
      await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData(),
    )
  } catch {
    return 'broken' // another type, or cut off
  }
}

const fieldsOf = (form: FormData): Sent => {
  const fields: Sent = {}
  for (const name of new Set(form.keys())) {
    // A file field that was left empty comes as an empty file.
    const values = form.getAll(name).filter((value) => typeof value === 'string' || value.size > 0)
    if (values.length > 0) fields[name] = values.length === 1 ? values[0] : values
  }
  return fields
}
