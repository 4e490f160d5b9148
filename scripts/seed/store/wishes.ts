import { wishSlug } from '../../../collections/Wishes/wishes.schema.ts'
import { wishSeeds, type WishSeed } from '../wishes/wishSeeds.ts'
import { fewAtATime, idOf, type Seeding } from './seeding.ts'

/** Demo wishes in all states. Numbers go on after them: the portal's own counter is moved on as well. */
export async function writeWishes(seeding: Seeding): Promise<number> {
  const { payload } = seeding
  const known = await payload.count({ collection: 'wishes' })
  if (known.totalDocs > 0) return 0
  const seeds = wishSeeds(seeding.clock)
  await fewAtATime(seeds, (seed) => writeOne(seeding, seed))
  const last = new Map(
    seeds.map(({ number }) => number.split('-').slice(1).map(Number)).map(([year, n]) => [year, n]),
  )
  for (const [year, number] of last) {
    const key = `wishes:${year}`
    const state = await payload.count({ collection: 'portal-state', where: { key: { equals: key } } })
    if (state.totalDocs === 0) await payload.create({ collection: 'portal-state', data: { key, number } })
  }
  return seeds.length
}

async function writeOne(seeding: Seeding, seed: WishSeed): Promise<void> {
  const { payload, clock } = seeding
  const receivedAt = clock.at(-seed.received, '09:20')
  const publishedAt = clock.at(-Math.max(1, seed.received - 2), '11:40')
  const decidedAt = clock.at(-seed.decided, '15:10')
  const isLooked = seed.state !== 'received'
  const isDecided = isLooked && seed.state !== 'published'
  const steps = [
    { to: 'received' as const, at: receivedAt, by: 'Житель' },
    ...(isLooked && seed.state !== 'declined'
      ? [{ to: 'published' as const, at: publishedAt, by: editor }]
      : []),
    ...(isDecided ? [{ to: seed.state, at: decidedAt, by: editor }] : []),
  ]
  await payload.create({
    collection: 'wishes',
    depth: 0,
    data: {
      number: seed.number,
      slug: wishSlug(seed.number),
      status: seed.state,
      category: seed.category,
      title: seed.title,
      text: seed.text,
      place: seed.place,
      district: seed.district ? idOf(seeding, 'districts', `okrug-${seed.district}`) : null,
      reply: seed.reply ?? null,
      declineReason: seed.declineReason ?? null,
      supports: seed.supports,
      receivedAt,
      publishedAt: isLooked && seed.state !== 'declined' ? publishedAt : null,
      decidedAt: isDecided ? decidedAt : null,
      history: steps,
      demo: true,
    },
  })
}

const editor = 'Редактор'
