import { houseSeeds, type HouseSeed } from '../houses/houseSeeds.ts'
import { idOf, writeMissing, type Seeding } from './seeding.ts'

/** Demo houses of invented streets. */
export const writeHouses = (seeding: Seeding): Promise<number> =>
  writeMissing(seeding, 'houses', houseSeeds, (house) => writeHouse(seeding, house))

function writeHouse(seeding: Seeding, house: HouseSeed) {
  const { district, station, manager, repair, slug: _, ...own } = house
  return seeding.payload.create({
    collection: 'houses',
    depth: 0,
    data: {
      ...own,
      district: idOf(seeding, 'districts', `okrug-${district}`),
      pollingStation: {
        number: station,
        place: 'Школа, актовый зал (вымышлено)',
        address: `Учебная улица, ${district}`,
      },
      ...(repair ? { repair } : {}),
      manager: {
        name: `Управляющая компания «Пример-${manager}»`,
        phone: `+7 000 000-10-0${manager}`,
        url: `https://uk${manager}.example.org`,
      },
      demo: true,
    },
  })
}
