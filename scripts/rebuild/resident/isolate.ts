import type { Change } from '../../../site/src/cms/resident.ts'
import type { RenderError, Site } from '../../../site/src/resident/entry.ts'
import { identityOfChange, keyOf, type HeldList } from './held.ts'
import type { Bundle } from './open-bundle.ts'

/** A publish that cannot go live, and no document of it alone is to blame. */
export class PublishError extends Error {}

type Options = { bundle: Bundle; site: Site; held: HeldList }

/**
 * Makes a publish of the changes, around the documents that break it: each is held back in its former version, named with
 * its fault, and the others go on.
 * @param attempt renders the changes; throws RenderErrors with what stands in the way
 */
export const isolate = async <Rendered>(
  { bundle, site, held }: Options,
  changes: readonly Change[],
  attempt: (changes: Change[]) => Promise<Rendered>,
): Promise<Rendered> => {
  let left = held.substitute(changes)
  await held.release(changes.filter((change) => left.includes(change)))
  for (;;) {
    try {
      return await attempt(left)
    } catch (error) {
      if (!(error instanceof bundle.RenderErrors)) throw error
      const culprits = named(error.errors, left)
      if (culprits.size === 0) await tryAlone(left, culprits, { bundle, site })
      if (culprits.size === 0) throw new PublishError(error.message)
      for (const [change, reason] of culprits) await held.add(change, reason, shownVersion(change, site))
      left = held.substitute(left)
    }
  }
}

const named = (errors: readonly RenderError[], left: Change[]): Map<Change, string> => {
  const byKey = new Map(left.map((change) => [keyOf(identityOfChange(change)), change]))
  const culprits = new Map<Change, string>()
  // An editor knows the page of the document; the feeds that hold the same text are named when nothing else is.
  const pagesFirst = errors.toSorted((a, b) => Number(isFile(a)) - Number(isFile(b)))
  for (const { document, message } of pagesFirst) {
    const change = document && byKey.get(keyOf(document))
    if (change && !culprits.has(change)) culprits.set(change, message)
  }
  const [only] = left
  if (culprits.size === 0 && only && left.length === 1) culprits.set(only, pagesFirst[0]?.message ?? '')
  return culprits
}

const isFile = ({ pathname }: RenderError): boolean => !pathname.endsWith('/')

/** No document is named, or one that has not changed: each change is rendered alone. */
const tryAlone = async (
  left: Change[],
  culprits: Map<Change, string>,
  { bundle, site }: Pick<Options, 'bundle' | 'site'>,
) => {
  const { revision } = site.snapshot()
  if (revision === 0) return // nothing to lay a single change over
  for (const change of left) {
    try {
      await site.publish({ changes: [change], revision }, bundle.moment(), () => {})
    } catch (error) {
      if (!(error instanceof bundle.RenderErrors)) throw error
      culprits.set(change, error.message)
    }
  }
}

const shownVersion = (change: Change, site: Site): object | null => {
  const { collections, globals } = site.snapshot()
  if ('global' in change) return globals[change.global] ?? null
  return collections[change.collection].byId.get(change.id) ?? null
}
