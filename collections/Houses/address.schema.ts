/**
 * Addresses as people and papers write them. One normal form, so that the unique index of houses, the import and the
 * search of the site agree on what one house is.
 */
export interface AddressParts {
  /** Settlement, where it is not the city: «Томилино». */
  locality?: string | null | undefined
  /** With its type: «Октябрьский проспект». */
  street: string
  /** «12», «12/4». */
  number: string
  /** Корпус. */
  building?: string | null | undefined
  /** Строение. */
  structure?: string | null | undefined
  letter?: string | null | undefined
}

/** Types of streets: the full word and how it is shortened, without dots. */
const streetTypes: Record<string, readonly string[]> = {
  улица: ['ул', 'улица', 'улицы'],
  проспект: ['пр-т', 'пр-кт', 'прт', 'пркт', 'просп', 'пр', 'проспект'],
  проезд: ['пр-д', 'прд', 'проезд'],
  переулок: ['пер', 'пер-к', 'переулок'],
  шоссе: ['ш', 'шоссе'],
  площадь: ['пл', 'пл-дь', 'площадь'],
  бульвар: ['б-р', 'бр', 'бул', 'бульв', 'бульвар'],
  набережная: ['наб', 'набережная'],
  аллея: ['ал', 'аллея'],
  тупик: ['туп', 'тупик'],
  квартал: ['кв-л', 'квл', 'квартал'],
  микрорайон: ['мкр', 'мкрн', 'мкр-н', 'м-н', 'микрорайон'],
}

/** Words of an address that name no street: «г. Люберцы, пос. Томилино, д. 8». */
const partWords: Record<string, readonly string[]> = {
  number: ['д', 'дом', 'вл', 'владение', 'влад'],
  building: ['к', 'корп', 'корпус', 'кор'],
  structure: ['с', 'стр', 'строение', 'строен'],
  letter: ['лит', 'литер', 'литера'],
  settlement: [
    'г',
    'гор',
    'город',
    'п',
    'пос',
    'посёлок',
    'поселок',
    'рп',
    'дп',
    'с-о',
    'дер',
    'деревня',
    'село',
  ],
}

const typeOf = invert(streetTypes)
const partOf = invert(partWords)

/** The full word of a street's type: streetType('пр-т') → «проспект». */
export const streetType = (word: string): string | undefined => typeOf.get(word)

/** What a short word announces: addressPart('корп') → 'building'. */
export const addressPart = (word: string): string | undefined => partOf.get(word)

/** Lower case, «ё» as «е», without quotation marks and dots; what remains are words of letters, digits, «-» and «/». */
export const addressWords = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[^\p{L}\p{N}/-]+/gu, ' ')
    .split(' ')
    .map((word) => word.replace(/^-+|-+$/g, ''))
    .filter((word) => word !== '')

/** «12 А», «12а» and «12-А» are one number: lower case without spaces. */
export const normalNumber = (text: string | null | undefined): string =>
  (text ?? '')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}/]+/gu, '')

/** The words of a street in an order of their own: «ул. Мира», «Мира улица» and «МИРА УЛ» are one street. */
export const streetKey = ({ locality, street }: Pick<AddressParts, 'locality' | 'street'>): string => {
  const words = addressWords(street).map((word) => streetType(word) ?? word)
  const place = addressWords(locality ?? '').filter((word) => addressPart(word) !== 'settlement')
  return [...place.sort(), '|', ...words.sort()].join(' ').trim()
}

/** What one house is called by: equal for every way to write its address. */
export const addressKey = (parts: AddressParts): string =>
  [
    streetKey(parts),
    normalNumber(parts.number) + normalNumber(parts.letter),
    normalNumber(parts.building),
    normalNumber(parts.structure),
  ].join('|')

/** The house without its street: «12, корп. 2, стр. 1», «12а». */
export const houseNumber = ({ number, building, structure, letter }: Omit<AddressParts, 'street'>): string =>
  [
    `${number.trim()}${(letter ?? '').trim()}`,
    building?.trim() && `корп. ${building.trim()}`,
    structure?.trim() && `стр. ${structure.trim()}`,
  ]
    .filter(Boolean)
    .join(', ')

/** The street with its settlement: «Томилино, улица Гоголя». */
export const streetName = ({ locality, street }: Pick<AddressParts, 'locality' | 'street'>): string =>
  [locality?.trim(), street.trim()].filter(Boolean).join(', ')

/** The address as residents read it: «Октябрьский проспект, 12, корп. 2». */
export const addressTitle = (parts: AddressParts): string => `${streetName(parts)}, ${houseNumber(parts)}`

function invert(words: Record<string, readonly string[]>): Map<string, string> {
  return new Map(Object.entries(words).flatMap(([full, short]) => short.map((word) => [word, full] as const)))
}
