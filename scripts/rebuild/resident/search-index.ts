import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { publicDir, searchNotesFile } from '../tree/layout.ts'
import { createFollower } from './follower.ts'

/** What the process is given (search-index-process.ts). */
export type SearchIndexInput = { publicDir: string; notesFile: string }

type Options = {
  /** The release that is live. */
  folder: () => string
  onWritten: (files: string[]) => void
}

/**
 * Makes the search index anew after publishes, beside them, from the files that readers get: in a process of its own, which
 * yields to everything else on the machine.
 */
export const createSearchIndex = ({ folder, onWritten }: Options) =>
  createFollower({
    failure: 'указатель поиска не обновлён',
    follow: async (signal) => {
      const release = folder()
      onWritten(
        await inProcess({ publicDir: publicDir(release), notesFile: searchNotesFile(release) }, signal),
      )
    },
  })

const inProcess = async (input: SearchIndexInput, signal: AbortSignal): Promise<string[]> => {
  const child = fork(join(import.meta.dirname, 'search-index-process.ts'), [JSON.stringify(input)], {
    execArgv: ['--import', join(import.meta.dirname, '..', '..', 'portal', 'exit-with-parent.ts')],
    // Pagefind's own process would take every core.
    env: { ...process.env, RAYON_NUM_THREADS: '1', TOKIO_WORKER_THREADS: '1' },
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    signal,
  })
  let words = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (words = (words + text).slice(-2_000)))
  let written: string[] | null = null
  // search-index-process.ts sends nothing else.
  child.on('message', (files) => (written = files as string[]))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0 || !written) throw new Error(lastLine(words) || `процесс закончился с кодом ${code ?? '?'}`)
  return written
}

/** Node names the error in the last line that is no place in the code. */
const lastLine = (words: string) =>
  words
    .split('\n')
    .filter((line) => /error/i.test(line))
    .at(-1)
    ?.trim()
