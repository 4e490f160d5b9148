import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addressKey,
  houseNumber,
  streetName,
  type AddressParts,
} from '../../../collections/Houses/address.schema.ts'
import { findHouses, findStreets, indexStreets, isOneTypo } from './findHouse.ts'
import { shardOf, type Shard, type StreetEntry } from './streetIndex.ts'

const known: AddressParts[] = [
  { street: 'Октябрьский проспект', number: '12' },
  { street: 'Октябрьский проспект', number: '12', building: '2' },
  { street: 'Октябрьский проспект', number: '12', building: '2', structure: '1' },
  { street: 'Октябрьский проспект', number: '122' },
  { street: 'Октябрьский проспект', number: '2' },
  { street: 'Октябрьский проезд', number: '12' },
  { street: 'улица 8 Марта', number: '8' },
  { street: 'улица 8 Марта', number: '12' },
  { street: '1-я Примерная улица', number: '5' },
  { street: 'Примерная улица', number: '1', building: '5' },
  { street: 'Примерная улица', number: '5' },
  { street: 'Ёлочный переулок', number: '7', letter: 'А' },
  { street: 'Ёлочный переулок', number: '7' },
  { street: 'улица Мира', number: '12/4' },
  { street: 'улица Мира', number: '12' },
  { street: 'улица Мира', number: '30', building: '3' },
  { locality: 'Томилино', street: 'улица Мира', number: '12' },
  { street: 'бульвар 65-летия Победы', number: '3' },
  { street: 'Вторая Пробная аллея', number: '10', structure: '4' },
]

const slugOf = (house: AddressParts) => addressKey(house)

/** Streets and shards as the site writes them. */
const world = (houses: readonly AddressParts[]) => {
  const shards = new Map<string, Shard>()
  const streets = new Map<string, StreetEntry>()
  for (const house of houses) {
    const street = streetName(house)
    const shard = shards.get(shardOf(street)) ?? {}
    shards.set(shardOf(street), shard)
    ;(shard[street] ??= []).push([houseNumber(house), `/${slugOf(house)}`])
    streets.set(street, [street, street, (streets.get(street)?.[2] ?? 0) + 1])
  }
  return { streets: indexStreets([...streets.values()]), shards }
}

const { streets, shards } = world(known)
const find = (text: string) => findHouses(findStreets(streets, text), shards)
const first = (text: string) => {
  const [hit] = find(text)
  return hit && `${hit.street.name}, ${hit.number}`
}

describe('the search of a house', () => {
  it.each([
    ['Октябрьский проспект, 12', 'Октябрьский проспект, 12'],
    ['октябрьский пр-т д.12', 'Октябрьский проспект, 12'],
    ['ОКТЯБРЬСКИЙ ПРОСП. Д12', 'Октябрьский проспект, 12'],
    ['12 октябрьский', 'Октябрьский проспект, 12'],
    ['окт пр 12', 'Октябрьский проспект, 12'],
    ['Октябрьский пр-кт, дом 12, корпус 2', 'Октябрьский проспект, 12, корп. 2'],
    ['октябрьский 12к2', 'Октябрьский проспект, 12, корп. 2'],
    ['октябрьский 12 к 2', 'Октябрьский проспект, 12, корп. 2'],
    ['октябрьский 12/2', 'Октябрьский проспект, 12, корп. 2'],
    ['октябрьский 12-2', 'Октябрьский проспект, 12, корп. 2'],
    ['октябрьский 12 2', 'Октябрьский проспект, 12, корп. 2'],
    ['корп 2 д 12 октябрьский', 'Октябрьский проспект, 12, корп. 2'],
    ['октябрьский 12к2с1', 'Октябрьский проспект, 12, корп. 2, стр. 1'],
    ['октябрьский 12 корп.2 стр.1', 'Октябрьский проспект, 12, корп. 2, стр. 1'],
    ['октябрьский проезд 12', 'Октябрьский проезд, 12'],
    ['Октябрьский пр-д, 12', 'Октябрьский проезд, 12'],
    ['октябрский проспект 122', 'Октябрьский проспект, 122'],
    ['окятбрьский проспект 12', 'Октябрьский проспект, 12'],
    ['г. Люберцы, Октябрьский проспект, 12', 'Октябрьский проспект, 12'],
    ['МО, г.о. Люберцы, ул. Мира, 12', 'улица Мира, 12'],
    ['8 марта 8', 'улица 8 Марта, 8'],
    ['ул. 8 Марта, д. 12', 'улица 8 Марта, 12'],
    ['марта 8 12', 'улица 8 Марта, 12'],
    ['1-я Примерная 5', '1-я Примерная улица, 5'],
    ['1 примерная ул д 5', '1-я Примерная улица, 5'],
    ['примерная 1 к 5', 'Примерная улица, 1, корп. 5'],
    ['примерная 5', 'Примерная улица, 5'],
    ['примерная 5 кв 12', 'Примерная улица, 5'],
    ['елочный пер. 7а', 'Ёлочный переулок, 7А'],
    ['ёлочный 7 а', 'Ёлочный переулок, 7А'],
    ['ёлочный 7-А', 'Ёлочный переулок, 7А'],
    ['елочный 7 лит. А', 'Ёлочный переулок, 7А'],
    ['Ёлочный переулок 7', 'Ёлочный переулок, 7'],
    ['мира 12/4', 'улица Мира, 12/4'],
    ['мира 30к3', 'улица Мира, 30, корп. 3'],
    ['томилино мира 12', 'Томилино, улица Мира, 12'],
    ['пос. Томилино, ул. Мира, д. 12', 'Томилино, улица Мира, 12'],
    ['ул мира 12', 'улица Мира, 12'],
    ['65 летия победы 3', 'бульвар 65-летия Победы, 3'],
    ['б-р 65-летия победы 3', 'бульвар 65-летия Победы, 3'],
    ['вторая пробная 10с4', 'Вторая Пробная аллея, 10, стр. 4'],
    ['Несуществующая 5', undefined],
    ['октябрьский 999', undefined],
    ['', undefined],
  ])('takes «%s» for %s', (text, expected) => {
    expect(first(text)).toBe(expected)
  })

  it('shows streets while no number is typed', () => {
    expect(findStreets(streets, 'окт').map(({ street }) => street.name)).toEqual([
      'Октябрьский проспект',
      'Октябрьский проезд',
    ])
    expect(find('окт')).toEqual([])
  })

  it('offers the houses of the number, when the building was not typed', () => {
    expect(find('октябрьский пр-т 12').map(({ number, street }) => `${street.type} ${number}`)).toEqual([
      'проспект 12',
      'проезд 12',
      'проспект 12, корп. 2',
      'проспект 12, корп. 2, стр. 1',
    ])
  })

  it.each([
    ['мира', 'мирра', true],
    ['мира', 'мра', true],
    ['мира', 'мриа', true],
    ['мира', 'муха', false],
    ['мира', 'мирный', false],
  ])('knows one slip from two: %s, %s', (a, b, expected) => {
    expect(isOneTypo(a, b)).toBe(expected)
  })
})

/** Ways to write a word, which all mean the same. */
const short: Record<string, string[]> = {
  проспект: ['проспект', 'пр-т', 'просп.', 'пр-кт', 'ПРОСПЕКТ'],
  проезд: ['проезд', 'пр-д'],
  улица: ['улица', 'ул.', 'ул', 'Улица'],
  переулок: ['переулок', 'пер.', 'пер'],
  бульвар: ['бульвар', 'б-р'],
  аллея: ['аллея', 'ал.'],
}
const pick = (words: string[]) => fc.constantFrom(...words)

/** One house and a text that names it: words in any order, shortened, in any case, with «е» for «ё». */
const clumsy = fc.constantFrom(...known).chain((house) => {
  const numbered = [
    house.letter
      ? pick([
          `д. ${house.number}${house.letter}`,
          `дом ${house.number}-${house.letter}`,
          `д${house.number}${house.letter}`,
        ])
      : pick([`д. ${house.number}`, `дом ${house.number}`, `д${house.number}`, `вл. ${house.number}`]),
    ...(house.building
      ? [
          pick([
            `к. ${house.building}`,
            `корп ${house.building}`,
            `корпус ${house.building}`,
            `к${house.building}`,
          ]),
        ]
      : []),
    ...(house.structure
      ? [pick([`стр. ${house.structure}`, `с${house.structure}`, `строение ${house.structure}`])]
      : []),
  ]
  const words = house.street
    .split(' ')
    .map((word) => pick(short[word] ?? [word, word.toUpperCase(), word.replace(/[Ёё]/g, 'е')]))
  const place = house.locality
    ? [pick([house.locality, `пос. ${house.locality}`, house.locality.toUpperCase()])]
    : []
  return fc
    .tuple(fc.tuple(...place, ...words, ...numbered), fc.constantFrom(' ', ', ', '  '))
    .chain(([parts, glue]) =>
      fc
        .shuffledSubarray(parts, { minLength: parts.length })
        .map((order) => ({ house, text: order.join(glue) })),
    )
})

describe('an address in any order and any shortening', () => {
  it('finds its house first', () => {
    fc.assert(
      fc.property(clumsy, ({ house, text }) => {
        expect(find(text)[0]?.slug, text).toBe(slugOf(house))
      }),
      { numRuns: 3000 },
    )
  })
})
