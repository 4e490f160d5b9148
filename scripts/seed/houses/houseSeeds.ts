import type { RepairState } from '../../../collections/Houses/houses.schema.ts'
import { houseAddress } from '../../../collections/Houses/houseAddress.ts'

/** A house on a street that does not exist, in a district whose number does. */
export type HouseSeed = {
  slug: string
  street: string
  number: string
  building?: string
  letter?: string
  structure?: string
  district: number
  latitude: number
  longitude: number
  station: number
  repair?: { year: number; works: string; state: RepairState }
  manager: number
}

/** Invented streets and the numbers of their houses by district, as the demo's territories tell them. */
const streets: { street: string; district: number; numbers: string[] }[] = [
  { street: 'Вымышленный бульвар', district: 1, numbers: range(1, 15) },
  { street: 'Примерная улица', district: 2, numbers: range(10, 24) },
  { street: 'Демонстрационная улица', district: 3, numbers: range(1, 8) },
  { street: 'Условная улица', district: 3, numbers: range(33, 39) },
  {
    street: 'Примерная улица',
    district: 4,
    numbers: [...range(1, 9), '5к2', '7а', '9к1', '9к2', '9к3', '9к3с1'],
  },
  { street: 'Учебная улица', district: 5, numbers: range(8, 22) },
  { street: 'Учебная улица', district: 6, numbers: range(1, 7) },
  { street: 'Образцовый проезд', district: 6, numbers: range(1, 8) },
  { street: 'Показательная улица', district: 7, numbers: range(1, 15) },
  { street: 'Пробный переулок', district: 8, numbers: range(1, 8) },
  { street: 'Условная улица', district: 8, numbers: range(40, 46) },
]

const works = ['Крыша', 'Фасад', 'Лифты', 'Трубы водоснабжения', 'Электропроводка в подъездах']
const states = ['planned', 'planned', 'underway', 'done'] as const

/** A hundred and twenty demo houses. They lie in a forest: no real house is said to be one of them. */
export const houseSeeds: HouseSeed[] = streets.flatMap(({ street, district, numbers }, row) =>
  numbers.map((written, index): HouseSeed => {
    const parts = { street, ...partsOf(written) }
    const hasRepair = (row + index) % 3 !== 2
    return {
      slug: houseAddress(parts).slug,
      ...parts,
      district,
      latitude: degrees(55.652 + row * 0.0008),
      longitude: degrees(37.94 + index * 0.0009),
      station: 9000 + district,
      manager: 1 + (district % 3),
      ...(hasRepair
        ? {
            repair: {
              year: 2025 + ((row + index * 3) % 5),
              works: works[(row + index) % works.length] ?? '',
              state: states[(row + index) % states.length] ?? 'planned',
            },
          }
        : {}),
    }
  }),
)

function partsOf(written: string) {
  const [, number = written, letter, building, structure] =
    /^(\d+)([а-я])?(?:к(\d+))?(?:с(\d+))?$/.exec(written) ?? []
  return {
    number,
    ...(letter && !building ? { letter } : {}),
    ...(building ? { building } : {}),
    ...(structure ? { structure } : {}),
  }
}

function range(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => String(from + index))
}

function degrees(value: number): number {
  return Math.round(value * 1e5) / 1e5
}
