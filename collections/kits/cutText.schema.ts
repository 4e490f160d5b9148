/**
 * The text within `limit` UTF-16 units: whole if it fits, else up to the last sentence that does, else up to the last word,
 * with «…». Never within a word, and never half of a letter that has two units. Empty where not even a word fits.
 */
export const cutText = (text: string, limit: number): string => {
  const whole = text.trim()
  if (whole.length <= limit) return whole
  const sentences = whole.slice(0, limit + 1).match(/^[^]*[.!?…](?=\s)/u)?.[0] ?? ''
  // A sentence that leaves most of the room empty says less than words with «…».
  if (sentences.length <= limit && sentences.length >= limit / 3) return sentences
  const words =
    whole
      .slice(0, Math.max(0, limit))
      .match(/^[^]*(?=\s)/u)?.[0]
      .trimEnd() ?? ''
  const cut = words.length < limit ? words : words.slice(0, words.search(/\s\S*$/)).trimEnd()
  const plain = cut.replace(/[\s,;:–—-]+$/u, '')
  return plain === '' || limit < 1 ? '' : `${plain}…`
}
