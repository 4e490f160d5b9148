import { setImmediate as breathe } from 'node:timers/promises'
import type { Hearing } from '../../payload-types.ts'
import { drawAct } from './drawAct.ts'
import { drawSheet } from './drawSheet.ts'
import { bytesOf, newPaper } from './paper.ts'
import { sheetWords } from './sheetWords.ts'

type Options = {
  siteUrl: string
  /** Addresses for a sheet and an act each; none: one of both, without an address. */
  houses?: readonly string[]
}

/** The sheet for the entrance door and the blank act, as one PDF; with houses, a pair for each in their order. */
export const sheetPdf = async (hearing: Hearing, { siteUrl, houses }: Options): Promise<Buffer> => {
  const words = sheetWords(hearing, { siteUrl })
  const paper = newPaper({ title: `${words.kind}: ${hearing.title}`, madeAt: words.madeAt })
  for (const house of houses ?? [undefined]) {
    const address = house === undefined ? {} : { house }
    drawSheet(paper, words, house)
    drawAct(paper, { words, kind: hearing.kind, ...address })
    paper.flushPages()
    await breathe() // hundreds of houses must not keep others waiting
  }
  return bytesOf(paper)
}
