import { query } from '../door.ts'
import { listing } from '../listing.ts'
import type { Edition, Manifest } from '../types.ts'

/** Every signed manifest, the last first. */
export const allManifests = query('list:manifests', ({ content }) =>
  content.all('manifests').all().toReversed(),
)

const manifestOf = query(
  'list:manifestOf',
  ({ content }, day: string): Manifest | null =>
    content.group('manifests', 'day', day).slice(0, 1)[0] ?? null,
)

const edition = query(
  'list:editionText',
  ({ content }, id: string): Edition | null => content.group('editions', 'id', id).slice(0, 1)[0] ?? null,
)

export function getManifest(day: string): Manifest {
  const manifest = manifestOf(day)
  if (!manifest) throw new Error(`Нет ведомости за день ${day}`)
  return manifest
}

/** The text of an edition, byte for byte what its checksum is of. */
export function editionText(id: string): string {
  const found = edition(id)
  if (!found) throw new Error(`Нет редакции ${id}`)
  return found.content
}

export const manifestPaths = listing(['day'], (content) =>
  content.values('manifests', 'day').map((day) => ({ day })),
)

export const editionPaths = listing(['edition'], (content) =>
  content.values('editions', 'id').map((edition) => ({ edition })),
)
