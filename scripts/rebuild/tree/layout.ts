import { join } from 'node:path'

/**
 * A release folder:
 *
 * | path | holds |
 * |---|---|
 * | `public/` | the site, plain files for any web server |
 * | `stage/` | a publish that is being written; of no meaning after a crash |
 * | `layer/` | a publish that is live and is being moved into `public/`; readers look here first |
 * | `history/N/` | what publish N replaced, for a rollback |
 * | `search.json` | which files of former search indexes are kept for their readers, and since when |
 * | `release.json` | what the release is |
 */
export const publicDir = (folder: string): string => join(folder, 'public')
export const stageDir = (folder: string): string => join(folder, 'stage')
export const layerDir = (folder: string): string => join(folder, 'layer')
export const historyDir = (folder: string): string => join(folder, 'history')

export const searchNotesFile = (folder: string): string => join(folder, 'search.json')

/** The name begins with a dot: no web server of ours shows such a file. */
export const noteFile = (folder: string): string => join(folder, '.publish.json')

/** What a publish did to the site, in the folder of its files. */
export type PublishNote = {
  /** Counts the publishes of a release. */
  generation: number
  revision: number
  reason: PublishReason
  at: string
  writes: string[]
  removes: string[]
}

export type PublishReason = 'publish' | 'time' | 'boot' | 'rollback'
