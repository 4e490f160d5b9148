export type Reply<Value> = { value: Value } | { error: string }

type Sent = {
  body: BodyInit
  /** Content type of the body. */
  type: string
  /** What an editor reads when no answer comes. */
  unanswered: string
}

/** Posts to one of our endpoints, which answer with their result or with { error }; an error comes in words for the editor. */
export const post = async <Value>(
  address: string,
  { body, type, unanswered }: Sent,
): Promise<Reply<Value>> => {
  try {
    const response = await fetch(address, { method: 'POST', headers: { 'content-type': type }, body })
    const reply: unknown = await response.json()
    // The shape that the endpoint promises.
    if (response.ok) return { value: reply as Value }
    return {
      error:
        typeof reply === 'object' && reply && 'error' in reply && typeof reply.error === 'string'
          ? reply.error
          : unanswered,
    }
  } catch {
    return { error: unanswered }
  }
}
