import { newsSeeds } from '../news/index.ts'
import type { NewsSeed } from '../news/newsSeed.ts'
import { papers, published } from './common.ts'
import { body, idOf, writeMissing, type Seeding } from './seeding.ts'

/** News, those with related news last: a link needs the news it leads to. */
export async function writeNews(seeding: Seeding): Promise<number> {
  const seeds = newsSeeds(seeding.clock)
  const isPlain = ({ related }: NewsSeed) => !related
  const write = (seed: NewsSeed) => writeOne(seeding, seed)
  const plain = await writeMissing(seeding, 'news', seeds.filter(isPlain), write)
  let linked = 0
  // One by one, oldest first: some of them are related to each other.
  for (const seed of seeds) if (!isPlain(seed)) linked += await writeMissing(seeding, 'news', [seed], write)
  return plain + linked
}

function writeOne(seeding: Seeding, seed: NewsSeed) {
  const { payload, clock } = seeding
  return payload.create({
    collection: 'news',
    depth: 0,
    data: {
      slug: seed.slug,
      title: seed.title,
      lead: seed.lead,
      topic: seed.topic,
      body: body(seeding, seed.text),
      documents: papers(seeding, seed.documents),
      ...(seed.cover ? { cover: idOf(seeding, 'picture', seed.cover) } : {}),
      ...(seed.event ? { event: idOf(seeding, 'events', seed.event) } : {}),
      related: (seed.related ?? []).map((slug) => idOf(seeding, 'news', slug)),
      ...(seed.source ? { source: seed.source, demo: false } : { demo: true }),
      ...published(clock, clock.at(-seed.ago, seed.time)),
    },
  })
}
