import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type Manifest = {
  createdAt: string
  collections: Record<string, { count: number; sha256: string }>
  /** Number of uploaded files, derivatives included. */
  media: number
}

export const manifestName = 'manifest.json'

export const writeManifest = (folder: string, manifest: Manifest): void =>
  writeFileSync(join(folder, manifestName), JSON.stringify(manifest, null, 2))

/** Reads the manifest and compares every collection's file with it. @throws on the first that differs. */
export const readManifest = (folder: string): Manifest => {
  // Written by writeManifest above; a foreign archive fails on the hashes.
  const manifest = JSON.parse(readFileSync(join(folder, manifestName), 'utf8')) as Manifest
  for (const [name, { sha256 }] of Object.entries(manifest.collections)) {
    const text = readFileSync(join(folder, `${name}.ndjson`))
    if (createHash('sha256').update(text).digest('hex') !== sha256) {
      throw new Error(`Копия повреждена: содержимое «${name}» не совпадает с описью`)
    }
  }
  return manifest
}
