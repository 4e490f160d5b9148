/** So many words of a question are searched: the rest of a pasted text would only take time. */
const mostWords = 12

/** Words that stand on every page and say nothing about it. */
const functionWords = new Set(
  (
    'а без бы в во вот все всех вы где да для до его ее если есть еще же за и из или им их к как какая какие какой когда ко ' +
    'кто куда ли мне можно мой мы на над нам нас наш не нет ни но о об он она они от по под почему при с сколько со так там ' +
    'то тот ты у уже чего чем что чтобы эта эти это этот я'
  ).split(' '),
)

/** The words of a text in small letters, each once, «ё» as «е»; function words only when there are no others. */
export function wordsOf(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  const telling = words.filter((word) => !functionWords.has(word))
  return [...new Set(telling.length > 0 ? telling : words)].slice(0, mostWords)
}

/** Whether both can be forms of one word, or the first goes on where the second was left off: «депутата», «депутаты». */
export function isForm(word: string, asked: string): boolean {
  if (word === asked) return true
  const shared = sharedStart(word, asked)
  return word.length > 2 && shared >= Math.min(3, asked.length - 1) && shared >= asked.length * 0.6
}

function sharedStart(one: string, other: string): number {
  let length = 0
  while (length < one.length && one[length] === other[length]) length += 1
  return length
}
