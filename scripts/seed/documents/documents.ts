import { hearingSeeds } from '../hearings/index.ts'
import type { DemoClock } from '../time/demoClock.ts'
import { hearingPapers } from './hearingPapers.ts'
import { noticeText } from './notice.ts'
import { officialPapers } from './officialPapers.ts'
import { otherPapers } from './otherPapers.ts'

/** Papers whose text is written by hand, and notices, whose text follows from the hearing. */
const papers = { ...otherPapers, ...hearingPapers, ...officialPapers }

const notices = {
  tomilinoNotice: 'proekt-planirovki-u-stancii-tomilino',
  masterNotice: 'genplan-zapadnaya-chast-oktyabrskogo',
  heightNotice: 'otklonenie-po-vysote-primernaya-14',
  workshopNotice: 'masterskaya-na-demonstracionnoy-3',
  rulesNotice: 'pravila-blagoustroystva-izmeneniya',
  zoneNotice: 'pravila-zastroyki-obrazcovyy-proezd',
  squareNotice: 'mezhevanie-u-skvera-na-pokazatelnoy',
  budgetNotice: 'byudzhet-na-sleduyushchiy-god',
  charterNotice: 'izmeneniya-v-ustav',
  roofNotice: 'remont-kryshi-primernaya-8',
  porchesNotice: 'remont-podezdov-uchebnaya-5',
  accountNotice: 'specschet-probnyy-pereulok-3',
  gateNotice: 'shlagbaum-pokazatelnaya-7',
  snowNotice: 'perechen-ulic-dlya-uborki-snega',
} as const

export type DocumentKey = keyof typeof papers | keyof typeof notices

/** A PDF before it is made: `file` is its name without the extension, `title` is what a resident reads. */
export type DocumentSeed = { key: DocumentKey; file: string; title: string; text: string }

/** All documents of the demo, notices included. */
export function documentSeeds(c: DemoClock): DocumentSeed[] {
  const hearings = hearingSeeds(c)
  const written = keysOf(papers).map((key) => ({ key, ...papers[key] }))
  const composed = keysOf(notices).map((key) => {
    const hearing = hearings.find(({ slug }) => slug === notices[key])
    if (!hearing) throw new Error(`No hearing ${notices[key]} for the notice ${key}`)
    // The codes call it differently: ГрК ст. 5.1 «оповещение», ЖК ст. 45 the notice of owners.
    const isOwners = hearing.kind === 'ownersMeeting'
    return {
      key,
      file: `${isOwners ? 'izveshchenie' : 'opoveshchenie'}-${hearing.slug}`,
      title: `${isOwners ? 'Извещение' : 'Оповещение'} № ${hearing.number}: ${hearing.title}`,
      text: noticeText(hearing, c),
    }
  })
  return [...written, ...composed]
}

// Object.keys forgets the literal type of keys; these objects are closed constants of this file.
const keysOf = <T extends object>(record: T) => Object.keys(record) as (keyof T)[]
