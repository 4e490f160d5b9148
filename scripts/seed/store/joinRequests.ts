import { keepMembers } from '../../../collections/index.ts'
import type { JoinRequest } from '../../../collections/payload-types.ts'
import { createLocalReq } from 'payload'
import type { Seeding } from './seeding.ts'

type Seed = Pick<JoinRequest, 'name' | 'age' | 'status' | 'skills' | 'about' | 'parentName'>

/** People nobody can take for real ones: the surnames say so. */
const seeds: Seed[] = [
  { name: 'Пётр Примеров', age: '18-24', status: 'accepted', skills: ['write'] },
  { name: 'Анна Вымыслова', age: '18-24', status: 'accepted', skills: ['photo', 'networks'] },
  { name: 'Тимур Образцов', age: '18-24', status: 'accepted', skills: ['events'] },
  { name: 'Лидия Показательная', age: '36+', status: 'accepted', skills: ['help'] },
  { name: 'Игорь Макетов', age: '25-35', status: 'accepted', skills: ['guide', 'photo'] },
  { name: 'Ольга Шаблонова', age: '18-24', status: 'accepted', skills: ['write', 'events'] },
  {
    name: 'Денис Черновиков',
    age: '14-17',
    status: 'new',
    skills: ['photo'],
    about: 'Учусь в девятом классе, снимаю школьные праздники.',
    parentName: 'Мария Черновикова',
  },
  { name: 'Вера Тестова', age: '18-24', status: 'new', skills: ['guide'], about: 'Люблю карты.' },
  { name: 'Семён Небылицын', age: '25-35', status: 'declined', skills: [] },
]

/** Demo requests to join the group; the members among them have no accounts. */
export async function writeJoinRequests({ payload, clock }: Seeding): Promise<number> {
  const known = await payload.count({ collection: 'join-requests' })
  if (known.totalDocs > 0) return 0
  for (const [index, seed] of seeds.entries()) {
    const at = clock.at(-3 * (seeds.length - index))
    await payload.create({
      collection: 'join-requests',
      depth: 0,
      data: {
        ...seed,
        email: `zayavka-${index + 1}@example.org`,
        consentAt: at,
        parentConsentAt: seed.age === '14-17' ? at : null,
        decidedAt: seed.status === 'new' ? null : at,
        demo: true,
      },
    })
  }
  await keepMembers(await createLocalReq({}, payload))
  return seeds.length
}
