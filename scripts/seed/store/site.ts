import { channels, figures, footer, settings } from '../site/globals.ts'
import { pageSeeds } from '../site/pages.ts'
import { published } from './common.ts'
import { body, idOf, writeMissing, type Seeding } from './seeding.ts'

export const writePages = (seeding: Seeding): Promise<number> =>
  writeMissing(seeding, 'pages', pageSeeds, ({ slug, title, lead, text, source, footer: showInFooter }) =>
    seeding.payload.create({
      collection: 'pages',
      depth: 0,
      data: {
        slug,
        title,
        lead,
        body: body(seeding, text),
        source,
        showInFooter,
        demo: false,
        ...published(seeding.clock, seeding.clock.at(-120, '12:00')),
      },
    }),
  )

/** The globals, each only while it is still empty: what an editor has set is not touched. */
export async function writeGlobals(seeding: Seeding): Promise<void> {
  const { payload } = seeding
  const known = await payload.findGlobal({ slug: 'settings', depth: 0 })
  if (!known.figures?.length) {
    // A global checks its picture as the caller, and the library is closed to strangers, even to this code.
    const { docs } = await payload.find({
      collection: 'users',
      where: { role: { equals: 'admin' } },
      limit: 1,
    })
    const ogImage = idOf(seeding, 'picture', 'socialCard')
    const data = { ...settings, figures, ogImage }
    await payload.updateGlobal({ slug: 'settings', depth: 0, user: docs[0], data })
  }
  const { rows } = await payload.findGlobal({ slug: 'channels', depth: 0 })
  if (!rows?.length) {
    const official = channels.map((channel) => ({ ...channel, official: true }))
    await payload.updateGlobal({ slug: 'channels', depth: 0, data: { rows: official } })
  }
  const { footer: columns } = await payload.findGlobal({ slug: 'navigation', depth: 0 })
  if (!columns?.length) {
    const linked = footer.map(({ title, links }) => ({
      title,
      links: links.map(({ label, page, url }) => ({
        label,
        ...(page ? { page: idOf(seeding, 'pages', page) } : { url: url ?? null }),
      })),
    }))
    await payload.updateGlobal({ slug: 'navigation', depth: 0, data: { footer: linked } })
  }
}
