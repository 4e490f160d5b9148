import type { Payload } from 'payload'
import { editorialSlugs } from '../../collections/index.ts'
import { credit } from './pictures/index.ts'
import { clearScale } from './scale.ts'
import { demoUsers, readLogins, writeLogins } from './store/users.ts'

export type ClearOptions = { dataDir: string; log: (line: string) => void }

/**
 * Removes every record marked as demo, the files only they used and the demo accounts. True facts stay. A district
 * exists in truth and only its territory was invented: the territory goes, the district stays. The last administrator
 * stays too, or nobody could enter.
 */
export async function clearDemo(payload: Payload, { dataDir, log }: ClearOptions): Promise<void> {
  const volume = await clearScale(payload)
  if (volume > 0) log(`испытательные новости: удалено ${volume}`)
  await emptyDistricts(payload)
  // Questions first: whom somebody has asked cannot be deleted.
  const residents = ['questions', 'addressees', 'wishes', 'registrations', 'join-requests'] as const
  for (const collection of [
    ...residents,
    'receptions' as const,
    'turnout' as const,
    'streams' as const,
    ...editorialSlugs,
    'houses' as const,
    'stops' as const,
  ]) {
    const { docs, errors } = await payload.delete({ collection, where: { demo: { equals: true } }, depth: 0 })
    if (errors.length > 0)
      throw new Error(`${collection}: ${errors.map(({ message }) => message).join('; ')}`)
    if (docs.length > 0) log(`${collection}: удалено ${docs.length}`)
  }
  log(`media: удалено ${await deleteUnusedFiles(payload)}`)
  await deleteUsers(payload, { dataDir, log })
}

async function emptyDistricts(payload: Payload): Promise<void> {
  await payload.update({
    collection: 'districts',
    where: { demo: { equals: true } },
    data: { territory: null, body: null, demo: false, _status: 'published' },
    depth: 0,
  })
}

/** Demo papers and our drawings that nothing shows any more; a file in public use stays. */
async function deleteUnusedFiles(payload: Payload): Promise<number> {
  const { docs } = await payload.find({
    collection: 'media',
    where: { or: [{ demo: { equals: true } }, { credit: { equals: credit } }] },
    pagination: false,
    depth: 0,
    select: { demo: true },
  })
  const used = await usedFiles(payload)
  const unused = docs.filter(({ id }) => !used.has(id))
  for (const { id } of unused) await payload.delete({ collection: 'media', id, depth: 0 })
  return unused.length
}

/** Ids of the files that any document, draft or published, a stream or the settings name. */
async function usedFiles(payload: Payload): Promise<Set<string>> {
  const { ogImage } = await payload.findGlobal({ slug: 'settings', depth: 0 })
  const used = new Set<string>(typeof ogImage === 'string' ? [ogImage] : ogImage ? [ogImage.id] : [])
  for (const collection of editorialSlugs) {
    const { docs } = await payload.find({
      collection,
      draft: true,
      pagination: false,
      depth: 0,
      showHiddenFields: true,
    })
    for (const { mediaRefs } of docs) for (const id of mediaRefs ?? []) used.add(id)
  }
  const streams = await payload.find({ collection: 'streams', pagination: false, depth: 0 })
  for (const { captions } of streams.docs) if (typeof captions === 'string') used.add(captions)
  return used
}

async function deleteUsers(payload: Payload, { dataDir, log }: ClearOptions): Promise<void> {
  const emails = demoUsers.map(({ email }) => email)
  const others = await payload.count({
    collection: 'users',
    where: { and: [{ role: { equals: 'admin' } }, { email: { not_in: emails } }] },
  })
  const keptEmail = others.totalDocs === 0 ? 'admin@example.org' : null
  await payload.delete({
    collection: 'users',
    where: { email: { in: emails.filter((email) => email !== keptEmail) } },
    depth: 0,
  })
  const logins = await readLogins(dataDir)
  await writeLogins(
    dataDir,
    logins.filter(({ email }) => email === keptEmail),
  )
  if (keptEmail)
    log(`Учётная запись ${keptEmail} осталась: другого администратора нет. Смените ей почту и пароль.`)
}
