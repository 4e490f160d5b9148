import { addressPart, addressWords, streetType } from '../../../collections/Houses/address.schema.ts'

/** Where the shards lie; nothing else lies there. */
export const shardFolder = '/dom/adresa/'
export const streetsUrl = `${shardFolder}ulitsy.json`
export const shardUrl = (shard: string): string => `${shardFolder}${shard}.json`

/** The streets of all houses: name as residents read it, address of its list, number of its houses. */
export type StreetEntry = [name: string, slug: string, houses: number]

/** Houses of some streets: slug of the street → houses as [«12, корп. 2», end of the page's address]. */
export type Shard = Record<string, HouseEntry[]>
export type HouseEntry = [number: string, slug: string]

const letters: Record<string, string> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k', л: 'l', м: 'm', н: 'n',
  о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y',
  ь: '', э: 'e', ю: 'yu', я: 'ya',
} // prettier-ignore

/** «1-й», «2-я», «3-го» */
const ordinalEnd = /^(\d+)-?(?:й|я|е|ой|ая|ое|го|ый|ий)$/

/** The words of a street's name without its type, as the search compares them. */
export const streetWords = (name: string): string[] =>
  addressWords(name)
    .flatMap((word) =>
      word
        .replace(ordinalEnd, '$1')
        .replace(/^(\d+)-(\p{L})/u, '$1 $2')
        .split(' '),
    )
    .filter((word) => !streetType(word) && addressPart(word) !== 'settlement')

export const typeOfStreet = (name: string): string | undefined =>
  addressWords(name).flatMap((word) => streetType(word) ?? [])[0]

/** The word a street is looked up under: «1-я Красногорская улица» under «красногорская». */
export const mainWord = (street: string): string => {
  const words = streetWords(street)
  return words.find((word) => !/^\d/.test(word)) ?? words[0] ?? street.toLowerCase()
}

/** The first two letters of the street's main word in Latin, its settlement aside: the file in which its houses are. */
export const shardOf = (name: string): string =>
  [...mainWord(name.split(', ').at(-1) ?? name)]
    .slice(0, 2)
    .map((letter) => letters[letter] ?? (/[a-z0-9]/.test(letter) ? letter : ''))
    .join('') || 'x'
