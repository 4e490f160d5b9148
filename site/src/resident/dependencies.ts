import { askAgain, type Reading, type Reads, type View } from '../cms/resident.ts'

/**
 * Which pages were told which answers, and from which sources each answer came. Learned while pages render, so that a
 * page or a query that comes later joins by itself.
 */
export interface Dependencies<Page> {
  /** Notes what a page read, in place of what it read before. */
  note(page: Page, reads: Reads): void
  forget(page: Page): void
  /** The pages whose answers differ in the view, when only these sources changed and the clock moved to its time. */
  affected(sources: ReadonlySet<string>, view: View): Affected<Page>
  /** Takes over the answers that `affected` found to be the same though their sources changed. */
  refresh(readings: readonly Reading[]): void
  /** The next moment (ms since 1970) at which some answer can differ by the clock alone; Infinity when none can. */
  nextChange(): number
}

export interface Affected<Page> {
  pages: Set<Page>
  /** Asked again, with the same result: their sources may be others now. */
  same: Reading[]
}

interface Entry<Page> {
  reading: Reading
  pages: Set<Page>
}

export function createDependencies<Page>(): Dependencies<Page> {
  const entries = new Map<string, Entry<Page>>()
  const bySource = new Map<string, Set<string>>()
  const keysOfPage = new Map<Page, Reads>()
  /** Keys of answers that end by the clock. */
  const timed = new Set<string>()

  const link = ({ key, sources, until }: Reading) => {
    for (const source of sources) {
      const keys = bySource.get(source)
      if (keys) keys.add(key)
      else bySource.set(source, new Set([key]))
    }
    if (until !== Number.POSITIVE_INFINITY) timed.add(key)
  }

  const unlink = ({ key, sources }: Reading) => {
    for (const source of sources) {
      const keys = bySource.get(source)
      keys?.delete(key)
      if (keys?.size === 0) bySource.delete(source)
    }
    timed.delete(key)
  }

  const replace = (entry: Entry<Page>, reading: Reading) => {
    if (entry.reading === reading) return
    unlink(entry.reading)
    entry.reading = reading
    link(reading)
  }

  const drop = (page: Page, key: string) => {
    const entry = entries.get(key)
    entry?.pages.delete(page)
    if (!entry || entry.pages.size > 0) return
    unlink(entry.reading)
    entries.delete(key)
  }

  return {
    note(page, reads) {
      const before = keysOfPage.get(page)
      for (const [key, reading] of reads) {
        const entry = entries.get(key)
        if (entry) {
          entry.pages.add(page)
          replace(entry, reading)
        } else {
          entries.set(key, { reading, pages: new Set([page]) })
          link(reading)
        }
      }
      keysOfPage.set(page, reads)
      for (const key of before?.keys() ?? []) if (!reads.has(key)) drop(page, key)
    },
    forget(page) {
      for (const key of keysOfPage.get(page)?.keys() ?? []) drop(page, key)
      keysOfPage.delete(page)
    },
    affected(sources, view) {
      const keys = new Set<string>()
      for (const source of sources) for (const key of bySource.get(source) ?? []) keys.add(key)
      for (const key of timed) if ((entries.get(key)?.reading.until ?? 0) <= view.now.getTime()) keys.add(key)
      const pages = new Set<Page>()
      const same: Reading[] = []
      for (const key of keys) {
        const entry = entries.get(key)
        if (!entry) continue
        const reading = askAgain(entry.reading, view)
        if (reading.rev === entry.reading.rev) same.push(reading)
        else for (const page of entry.pages) pages.add(page)
      }
      return { pages, same }
    },
    refresh(readings) {
      for (const reading of readings) {
        const entry = entries.get(reading.key)
        if (entry) replace(entry, reading)
      }
    },
    nextChange() {
      let next = Number.POSITIVE_INFINITY
      for (const key of timed) next = Math.min(next, entries.get(key)?.reading.until ?? next)
      return next
    },
  }
}
