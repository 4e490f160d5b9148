import { districtTerritories, districtText } from '../council/districts.ts'
import { committees, people, type Person } from '../council/people.ts'
import { formerDeputy, formerUntil } from '../council/sessions.ts'
import { sources } from '../facts.ts'
import { body, idOf, writeMissing, type Seeding } from './seeding.ts'

/** Districts: their number is true, their territory is invented, so they carry the mark until it is replaced. */
export const writeDistricts = (seeding: Seeding): Promise<number> =>
  writeMissing(
    seeding,
    'districts',
    districtTerritories.map((territory, i) => ({ territory, number: i + 1, slug: `okrug-${i + 1}` })),
    ({ number, slug, territory }) =>
      seeding.payload.create({
        collection: 'districts',
        depth: 0,
        data: {
          number,
          slug,
          title: `Избирательный округ № ${number}`,
          lead: 'Округ избирает четырёх депутатов Совета.',
          territory,
          body: body(seeding, districtText),
          source: sources.officialSite,
          demo: true,
          publishedAt: seeding.clock.at(-120, '10:00'),
          _status: 'published',
        },
      }),
  )

export const writeDeputies = (seeding: Seeding): Promise<number> =>
  writeMissing(seeding, 'deputies', people, (person) => writeDeputy(seeding, person))

/** Whose profile the demo respondent edits. */
const respondent = 'vera-obrazcova'

function writeDeputy(seeding: Seeding, person: Person) {
  const { payload, clock } = seeding
  const [lastName, firstName, middleName] = person.name
  const user = seeding.ids.get('users:respondent@example.org')
  const number = people.indexOf(person) + 1
  return payload.create({
    collection: 'deputies',
    depth: 0,
    data: {
      slug: person.slug,
      lastName,
      firstName,
      middleName,
      // The hook writes the same; the type does not know.
      title: `${firstName} ${middleName} ${lastName}`,
      district: idOf(seeding, 'districts', `okrug-${person.district}`),
      duty: person.duty ?? 'deputy',
      committees: person.committees.map((key) => ({ name: committees[key] })),
      lead: `Отвечает за ${person.cares}.`,
      body: body(seeding, biography(person)),
      term: {
        convocation: 'Созыв 2025 года',
        from: '2025-04-13T09:00:00.000Z',
        ...(person.slug === formerDeputy ? { to: clock.at(formerUntil) } : {}),
      },
      contacts: {
        email: `${person.slug}@example.org`,
        ...(person.reception ? { phone: `+7 000 000-00-${String(number).padStart(2, '0')}` } : {}),
      },
      links: (person.networks ?? []).map((network) => ({
        network,
        url: `https://${network}.example/${person.slug}-demo`,
        official: true,
        checkedAt: clock.at(-13),
      })),
      ...(person.slug === respondent && user ? { user } : {}),
      demo: true,
      publishedAt: clock.at(-120, '11:00'),
      _status: 'published',
    },
  })
}

const biography = ({ isWoman, district, life }: Person) => `
${life}

${isWoman ? 'Избрана' : 'Избран'} от округа № ${district}. Это вымышленный человек: имя, работа и контакты придуманы, чтобы показать, как устроена страница депутата.`
