import { parseAddress, type Typed } from './parseAddress.ts'
import {
  shardOf,
  streetWords,
  typeOfStreet,
  type HouseEntry,
  type Shard,
  type StreetEntry,
} from './streetIndex.ts'

/** A street, prepared for comparing. */
export interface IndexedStreet {
  name: string
  slug: string
  houses: number
  shard: string
  words: string[]
  type: string | undefined
}

export interface StreetHit {
  street: IndexedStreet
  score: number
  /** What is left of the typed address for the number of the house. */
  numbers: Numbers
}

export interface HouseHit {
  street: IndexedStreet
  /** «12, корп. 2» */
  number: string
  slug: string
  score: number
}

export interface Numbers {
  number?: string
  building?: string
  structure?: string
}

export const indexStreets = (entries: readonly StreetEntry[]): IndexedStreet[] =>
  entries.map(([name, slug, houses]) => ({
    name,
    slug,
    houses,
    shard: shardOf(name),
    words: streetWords(name),
    type: typeOfStreet(name),
  }))

/** The streets that the typed text can mean, the likeliest first. */
export function findStreets(streets: readonly IndexedStreet[], text: string): StreetHit[] {
  const typed = parseAddress(text)
  if (typed.words.length === 0 && typed.bare.length === 0) return []
  return streets
    .flatMap((street) => hitOf(street, typed))
    .sort((a, b) => b.score - a.score || b.street.houses - a.street.houses)
}

/** The houses of these streets that the typed text can mean, the likeliest first. */
export function findHouses(hits: readonly StreetHit[], shards: ReadonlyMap<string, Shard>): HouseHit[] {
  return hits
    .flatMap(({ street, score, numbers }) =>
      (shards.get(street.shard)?.[street.slug] ?? []).flatMap((entry): HouseHit[] => {
        const [number, end] = entry
        const points = numberPoints(numbers, entry)
        return points > 0 ? [{ street, number, slug: slugOf(street.slug, end), score: score + points }] : []
      }),
    )
    .sort((a, b) => b.score - a.score)
}

/** The end of a house's address, as short as it can be told beside its street's. */
export const slugEnd = (streetSlug: string, slug: string): string =>
  slug.startsWith(`${streetSlug}-`) ? slug.slice(streetSlug.length + 1) : `/${slug}`

const slugOf = (streetSlug: string, end: string): string =>
  end.startsWith('/') ? end.slice(1) : `${streetSlug}-${end}`

/** «МО, городской округ Люберцы, …»: every address could begin so. */
const ofTheCity = new Set([
  'люберцы',
  'мо',
  'московская',
  'область',
  'обл',
  'городской',
  'округ',
  'го',
  'о',
  'россия',
  'рф',
])

const points = {
  exact: 1,
  beginning: 0.8,
  almost: 0.6,
  /** A word of the street that was not typed. */
  missing: -0.2,
  sameType: 0.4,
  otherType: -0.4,
  house: 3,
  /** The building was not typed, or the house has none. */
  houseAlmost: 1,
}

function hitOf(street: IndexedStreet, typed: Typed): StreetHit[] {
  const words = [...typed.words]
  const bare = [...typed.bare]
  let score = 0
  let isMet = false
  for (const word of street.words) {
    const best = bestOf(word, words)
    const ownNumber = bare.indexOf(word)
    if (best) {
      words.splice(best.position, 1)
      score += best.points
      isMet = true
    } else if (ownNumber >= 0) {
      bare.splice(ownNumber, 1)
      score += points.exact
    } else score += points.missing
  }
  // A word that the street does not have: another street was meant. A street of a number alone is met by it.
  if (
    words.some((word) => !ofTheCity.has(word)) ||
    (!isMet && street.words.some((word) => !/^\d/.test(word)))
  )
    return []
  if (typed.type && street.type) score += typed.type === street.type ? points.sameType : points.otherType
  return [{ street, score, numbers: numbersOf(typed, bare) }]
}

function bestOf(word: string, typed: readonly string[]): { position: number; points: number } | null {
  let best: { position: number; points: number } | null = null
  for (const [position, candidate] of typed.entries()) {
    const found = likeness(word, candidate)
    if (found > (best?.points ?? 0)) best = { position, points: found }
  }
  return best
}

function likeness(word: string, typed: string): number {
  if (word === typed) return points.exact
  // A slip changes one place: of the first two letters one stands where it should, or they have changed places.
  const [a, b, x, y] = [word[0], word[1], typed[0], typed[1]]
  if (a !== x && b !== y && a !== y && b !== x) return 0
  if (isDigit(word) || isDigit(typed)) return 0
  if (typed.length >= 2 && word.startsWith(typed)) return points.beginning
  if (typed.length >= 4 && isOneTypo(word, typed)) return points.almost
  // «примреная 8»: still being typed, and with a slip.
  if (typed.length >= 5 && isOneTypo(word.slice(0, typed.length), typed)) return points.almost - 0.1
  return 0
}

const isDigit = (word: string): boolean => word.charCodeAt(0) < 58

/** One letter wrong, missing, too many, or two neighbours changed about. */
export function isOneTypo(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  const [restA, restB] = [a.slice(start), b.slice(start)]
  if (restA.length === restB.length)
    return (
      restA.slice(1) === restB.slice(1) ||
      (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
    )
  return restA.length > restB.length ? restA.slice(1) === restB : restB.slice(1) === restA
}

function numbersOf({ number, building, structure }: Typed, bare: readonly string[]): Numbers {
  const left = [...bare]
  const own = number ?? left.shift()
  return { number: own, building: building ?? left.shift(), structure: structure ?? left.shift() }
}

function numberPoints(typed: Numbers, [label]: HouseEntry): number {
  if (typed.number === undefined) return 0
  const house = numbersOfHouse(label)
  const [first, second] = typed.number.split('/')
  // «12/2» is the number of one house and the building of another.
  const asBuilding = second !== undefined && first === house.number && second === house.building
  if (typed.number !== house.number && !asBuilding)
    return house.number?.replace(/\D+$/, '') === typed.number && !typed.building && !typed.structure
      ? points.houseAlmost / 2
      : 0
  const building = asBuilding ? house.building : typed.building
  if (building === house.building && typed.structure === house.structure) return points.house
  const isWithin =
    (building === undefined || building === house.building) &&
    (typed.structure === undefined || typed.structure === house.structure)
  return isWithin ? points.houseAlmost : 0
}

function numbersOfHouse(label: string): Numbers {
  const known = parsed.get(label)
  if (known) return known
  const { bare, number, building, structure } = parseAddress(label)
  const numbers = { number: number ?? bare[0], building, structure }
  parsed.set(label, numbers)
  return numbers
}

/** Streets have the same numbers, and each letter typed asks for them again. */
const parsed = new Map<string, Numbers>()
