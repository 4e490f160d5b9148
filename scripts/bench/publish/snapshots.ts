import { readFileSync, writeFileSync } from 'node:fs'
import type { News } from '../peers/shared/News.ts'
import { slugOf } from './articles.ts'

/** A saved content stream with the uploads it names. */
export type Content = { snapshotFile: string; mediaDir: string; news: number }

/** All sites that are built from one carry the same address. */
export const siteUrl = 'http://localhost:3000'

/** Gives a synthetic article of a saved content stream another title, as an editor does; returns it. */
export const renameIn = (snapshotFile: string, number: number, title: string): News => {
  const lines = linesOf(snapshotFile)
  const at = lines.findIndex((line) => line.includes(`"slug":"${slugOf(number)}"`))
  // A line of our own content door.
  const line = JSON.parse(lines[at] ?? '{}') as { doc: News }
  const doc = { ...line.doc, title, updatedAt: new Date().toISOString() }
  lines[at] = JSON.stringify({ ...line, doc })
  write(snapshotFile, lines)
  return doc
}

/** A copy of a saved content stream with the newest `news` of the synthetic articles. */
export const cutSnapshot = (from: string, to: string, news: number): void => {
  const isKept = (line: string) => Number(/"slug":"ispytanie-(\d+)"/.exec(line)?.[1] ?? 0) <= news
  const lines = linesOf(from).slice(0, -1).filter(isKept)
  // The first line is the start, the last one tells how many lie between.
  write(to, [...lines, JSON.stringify({ kind: 'end', count: lines.length - 1 })])
}

const linesOf = (file: string) => readFileSync(file, 'utf8').trimEnd().split('\n')

const write = (file: string, lines: string[]) => writeFileSync(file, `${lines.join('\n')}\n`)
