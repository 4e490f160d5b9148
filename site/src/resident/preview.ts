import { openDoor, withOverlay, type Change } from '../cms/resident.ts'
import { addressOf, freshApp, pathsOf, renderWith } from './astro.ts'

/**
 * A preview: the page at `path` with drafts laid over the published content. Null when there is no such page. Drafts are
 * seen by this render only.
 */
export async function render(path: string, overlay: readonly Change[] = []): Promise<string | null> {
  await openDoor()
  return withOverlay(overlay.map(titled), async () => {
    const app = freshApp()
    const wanted = trimmed(path)
    const found = (await pathsOf(app)).find(({ pathname }) => trimmed(pathname) === wanted)
    if (!found) return null
    const { body } = await renderWith(app, addressOf(found), found.route)
    return new TextDecoder().decode(body)
  })
}

/** A draft may have no title yet. */
function titled(change: Change): Change {
  if ('global' in change || change.collection === 'media' || change.collection === 'redirects') return change
  if (change.collection === 'questions' || change.collection === 'manifests') return change
  if (change.collection === 'event-seats') return change
  if (!change.doc || change.doc.title) return change
  return { ...change, doc: { ...change.doc, title: 'Без названия' } } as Change
}

function trimmed(path: string): string {
  return decodeURI(path).replace(/(?:\/|\/index\.html|\.html)$/, '')
}
