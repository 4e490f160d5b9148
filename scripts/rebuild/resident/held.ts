import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Change } from '../../../site/src/cms/resident.ts'
import { replaceFile } from '../durable-json.ts'
import type { HeldDocument } from '../queue.ts'

/** A document whose newest version breaks its page, with the version that the site shows instead. */
type Held = HeldDocument & { failing: string; shown: unknown }

export type HeldList = Awaited<ReturnType<typeof openHeld>>

/**
 * Documents that are held back. They survive a restart, or the site would lose their pages: the CMS only has the version
 * that cannot be shown.
 */
export const openHeld = async (path: string) => {
  const held = new Map(read(path).map((one) => [keyOf(one), one]))
  const save = () => replaceFile(path, JSON.stringify([...held.values()]))
  return {
    list: (): HeldDocument[] =>
      [...held.values()].map(({ collection, id, title, error }) => ({ collection, id, title, error })),
    add: async (change: Change, error: string, shown: object | null) => {
      const { collection, id } = identityOfChange(change)
      const before = held.get(`${collection}/${id}`)
      const entry: Held = {
        collection,
        id,
        title: titleOf(change),
        error,
        failing: digest(change.doc),
        // Held twice in a row, the site still shows the version before the first.
        shown: shown ?? before?.shown ?? null,
      }
      held.set(keyOf(entry), entry)
      await save()
    },
    release: async (changes: readonly Change[]) => {
      const size = held.size
      for (const change of changes) held.delete(keyOf(identityOfChange(change)))
      if (held.size !== size) await save()
    },
    /** A full reading of the content as the site shows it: held documents in their version before. */
    substitute: (changes: readonly Change[]): Change[] =>
      changes.flatMap((change) => {
        const entry = held.get(keyOf(identityOfChange(change)))
        if (entry?.failing !== digest(change.doc)) return change
        // Its own former version, as it came from the CMS.
        return entry.shown === null ? [] : ({ ...change, doc: entry.shown } as Change)
      }),
  }
}

export const identityOfChange = (change: Change): { collection: string; id: string } =>
  'global' in change ? { collection: change.global, id: change.global } : change

export const keyOf = ({ collection, id }: { collection: string; id: string }): string => `${collection}/${id}`

const titleOf = ({ doc }: Change): string => {
  const title = doc && ('title' in doc ? doc.title : 'siteName' in doc ? doc.siteName : null)
  return typeof title === 'string' ? title : ''
}

const digest = (doc: object | null): string => hash('sha1', JSON.stringify(doc))

const read = (path: string): Held[] => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Held[] // written by save()
  } catch {
    return [] // nothing is held
  }
}
