import { addressPart, addressWords, streetType } from '../../../collections/Houses/address.schema.ts'

/** An address as somebody typed it, taken apart. Whether a bare number is of the street or of the house is not known yet. */
export interface Typed {
  /** Words of the street and the settlement, without types. */
  words: string[]
  /** Numbers nothing was said of, in their order: «8 марта 12». */
  bare: string[]
  /** «д. 12», «корп. 2», «стр. 1»: numbers whose meaning was typed with them. */
  number?: string
  building?: string
  structure?: string
  /** «проспект» */
  type?: string
}

type Part = 'number' | 'building' | 'structure'

const isPart = (name: string | undefined): name is Part =>
  name === 'number' || name === 'building' || name === 'structure'

const startsWithDigit = /^\d/
/** «1-й», «2-я», «3-го»: numbers of streets. */
const ordinal = /^(\d+)-?(?:й|я|е|ой|ая|ое|го|ый|ий)$/
/** «д12», «к2», «корп2», «12к2», «12стр1»: words written together. */
const glued =
  /^(\d+(?:\/\d+)?[а-яa-z]??)(к|корп|корпус|с|стр|строение)(\d+[а-я]?)(?:(с|стр|строение)(\d+[а-я]?))?$/
const gluedPart = /^(д|дом|к|корп|корпус|с|стр|строение|вл)(\d.*)$/
const flat = /^(кв|квартира|оф|офис|пом|помещение|эт|этаж|подъезд|под)$/

/** Takes typed text apart: «Октябрьский пр-т, д.12 к.2» → words: октябрьский, type: проспект, number: 12, building: 2. */
export function parseAddress(text: string): Typed {
  const typed: Typed = { words: [], bare: [] }
  const tokens = addressWords(text).flatMap(unglue)
  let mode: Part | 'flat' | null = null
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1]
    const isNumberNext = next !== undefined && startsWithDigit.test(next) && !ordinal.test(next)
    if (startsWithDigit.test(token)) {
      const street = ordinal.exec(token)?.[1]
      if (street) typed.words.push(street)
      else if (mode === 'flat') mode = null
      else if (mode) {
        typed[mode] = token
        mode = null
      } else typed.bare.push(token)
      continue
    }
    const part = addressPart(token)
    if (flat.test(token)) mode = 'flat'
    else if (isPart(part) && isNumberNext) mode = part
    else if (isLetter(token) && isAfterNumber(tokens, index)) addLetter(typed, token)
    else if (part === 'settlement' || part === 'letter' || (isPart(part) && token.length > 1)) continue
    else {
      const type = streetType(token)
      if (type) typed.type = type
      else if (token.length > 1 || !isPart(part)) typed.words.push(token)
    }
  }
  return typed
}

function unglue(word: string): string[] {
  const house = glued.exec(word)
  if (house) return house.slice(1).filter((part) => part !== undefined)
  const part = gluedPart.exec(word)
  if (part) return [part[1] ?? '', ...unglue(part[2] ?? '')]
  // «12-2» is «12, корп. 2» for some and a flat for others; «1-й» is a street.
  if (/^\d+[а-я]?-\d+$/.test(word)) return word.split('-')
  // «65-летия»
  if (/^\d+-\p{L}{3,}$/u.test(word)) return word.split('-')
  // «12-а» is 12а.
  return [ordinal.test(word) ? word : word.replace(/^(\d+)-([а-я])$/, '$1$2')]
}

/** «12 а», «12 лит. А» */
const isLetter = (token: string) => token.length === 1 && /[а-яa-z]/.test(token)

function isAfterNumber(tokens: readonly string[], index: number): boolean {
  const before = tokens[index - 1] ?? ''
  const number = addressPart(before) === 'letter' ? (tokens[index - 2] ?? '') : before
  return startsWithDigit.test(number) && !ordinal.test(number)
}

function addLetter(typed: Typed, letter: string) {
  const last = typed.bare.pop()
  if (last !== undefined) typed.bare.push(last + letter)
  else if (typed.number !== undefined) typed.number += letter
}
