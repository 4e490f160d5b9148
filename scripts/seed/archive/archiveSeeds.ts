import type { DocumentKind, DocumentState } from '../../../collections/Documents/documents.schema.ts'
import type { DocumentKey } from '../documents/documents.ts'
import type { DemoClock } from '../time/demoClock.ts'

/** An official document before it is stored; `day` is an offset from the day of seeding. */
export type ArchiveSeed = {
  slug: string
  title: string
  officialTitle: string
  lead: string
  kind: DocumentKind
  authority: 'council' | 'head' | 'administration'
  number: string
  day: number
  effective?: number
  state: DocumentState
  /** Slug of the one that repealed it; it stands before this one. */
  repealedBy?: string
  papers: DocumentKey[]
}

export const archiveSeeds = (c: DemoClock): ArchiveSeed[] => [
  {
    slug: 'pravila-priema-grazhdan',
    title: 'Правила приёма граждан депутатами',
    officialTitle:
      'О Правилах приёма граждан депутатами Совета депутатов и о признании утратившим силу решения № 7/2',
    lead: 'Депутат принимает не реже двух раз в месяц, отмену объявляют за три дня.',
    kind: 'decision',
    authority: 'council',
    number: '15/3',
    day: c.workdayBack(c.last(4, -7)),
    state: 'inForce',
    papers: ['receptionRules'],
  },
  {
    slug: 'poryadok-priema-grazhdan-prezhniy',
    title: 'Порядок приёма граждан (прежний)',
    officialTitle: 'Об утверждении Порядка приёма граждан депутатами Совета депутатов',
    lead: 'Приём раз в месяц. Вместо него действуют новые правила.',
    kind: 'decision',
    authority: 'council',
    number: '7/2',
    day: -780,
    state: 'repealed',
    repealedBy: 'pravila-priema-grazhdan',
    papers: ['receptionRulesFormer'],
  },
  {
    slug: 'zimnee-soderzhanie-trotuarov',
    title: 'Уборка тротуаров зимой: сроки и ответственные',
    officialTitle: 'О зимнем содержании тротуаров и остановок общественного транспорта',
    lead: 'После снегопада тротуары у школ и остановок очищают за четыре часа.',
    kind: 'resolution',
    authority: 'administration',
    number: '1184-ПА',
    day: -45,
    effective: -31,
    state: 'inForce',
    papers: ['winterPavements'],
  },
  {
    slug: 'parkovka-u-stantsii',
    title: 'Парковка у станции: часы и места для инвалидов',
    officialTitle: 'Об организации парковочного пространства у станции (образец)',
    lead: 'Десятая часть мест — для инвалидов, бесплатно. Начнёт действовать после Нового года.',
    kind: 'resolution',
    authority: 'administration',
    number: '1302-ПА',
    day: -6,
    effective: 40,
    state: 'pending',
    papers: ['stationParking'],
  },
  {
    slug: 'protokol-zasedaniya-soveta-obrazets',
    title: 'Протокол заседания Совета депутатов',
    officialTitle: 'Протокол очередного заседания Совета депутатов (сокращённый)',
    lead: 'Правила приёма приняты, тарифы парковок отложены.',
    kind: 'minutes',
    authority: 'council',
    number: '15',
    day: c.workdayBack(c.last(4, -7)),
    state: 'inForce',
    papers: ['sittingMinutes'],
  },
]
