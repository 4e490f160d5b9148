import type { Point } from '../houses/area.ts'
import type { Shown } from '../lib/statistics.ts'

/**
 * The props of every component, in one place: pages, examples and tests import them from here.
 * Texts are plain strings; components set the no-break spaces themselves.
 */

export type IconName =
  | 'alert'
  | 'bell'
  | 'calendar'
  | 'check'
  | 'close'
  | 'document'
  | 'download'
  | 'eye'
  | 'house'
  | 'left'
  | 'menu'
  | 'person'
  | 'pin'
  | 'play'
  | 'print'
  | 'question'
  | 'right'
  | 'search'
  | 'train'

export interface Link {
  label: string
  href: string
}

/** A stop of the line. Solid is travelled, dotted is ahead; `now` is the one orange stop. */
export interface Stop {
  /** «9 ноября», «сейчас, до 4 декабря»: the words beside the colour. */
  when?: string
  title: string
  href?: string
  text?: string
  state?: 'done' | 'now'
}

export interface LineProps {
  stops: Stop[]
  /** A timetable of separate events: the rail is whole and there is nothing to travel. */
  times?: boolean
  /** Lies flat from 64rem on. */
  row?: boolean
  /** Heading level of the stops' titles, when they head the matter below. */
  heading?: 'h3'
  class?: string
}

/** The line the size of a word: stage `current` of `total`; all done when `current` is beyond `total`. */
export interface StepsProps {
  current: number
  total: number
}

export type Tone = 'plain' | 'now' | 'done' | 'late' | 'demo'

export interface TagProps {
  label: string
  tone?: Tone
}

/** A row of the timetable: when, what and one line about it, its state. */
export interface Row {
  when?: string
  /** Machine time of `when`, for `<time datetime>`. */
  datetime?: string
  title: string
  href?: string
  text?: string
  /** The date no longer holds (cancelled, moved): it is struck through, and `text` says why. */
  isStruck?: boolean
  isDemo?: boolean
  tag?: TagProps
  /** A state in words with its steps: «Экспозиция открыта», stage 2 of 5. */
  stage?: StepsProps & { label: string; isNow?: boolean }
  /** A short link at the end: «в календарь». */
  action?: Link
}

export interface RowsProps {
  rows: Row[]
  /** The time stands in its own column from 40rem on. */
  timed?: boolean
  /** The last row: «Все новости». */
  more?: Link
  class?: string
}

export interface FactsProps {
  /** Labels in their own column from 40rem on. */
  wide?: boolean
  class?: string
}

export interface FactProps {
  label: string
}

export interface DocumentItem {
  title: string
  href: string
  /** «PDF» */
  format?: string
  pages?: number
  /** Bytes */
  size?: number
  /** «опубликован 09.11.2026» */
  note?: string
}

export interface DocsProps {
  documents: DocumentItem[]
  /** On a sheet of paper only the first so many; the others are told by number. */
  onPaper?: number
}

export interface Source {
  /** Without a name there is nothing to show. */
  name?: string | null
  url?: string | null
  checkedAt?: string | null
}

export interface Figure {
  /** Missing when there is too little to count; then `meaning` says why and a dash stands for the number. */
  value?: string | null
  unit?: string | null
  meaning: string
  source?: Source | null
}

export interface FiguresProps {
  figures: Figure[]
}

export interface BarChartProps {
  /** Names the table: «Пожелания по темам». */
  caption: string
  /** Heads the column of the groups: «Тема». */
  group: string
  /** Heads the column of the numbers: «Пожеланий». */
  unit: string
  /** After each number: « %». */
  suffix?: string
  /** Only the bars: the figures stand beside them already. */
  plain?: boolean
  groups: Shown[]
}

export interface StampProps {
  title?: string
  rows: { label: string; value: string }[]
}

export interface PlateProps {
  street: string
  number: string
  as?: 'h1' | 'p'
}

export interface ButtonProps {
  /** Without it the button is a `<button>`. */
  href?: string
  label: string
  icon?: IconName
  /** An icon behind the words: an arrow onward. */
  iconEnd?: IconName
  plain?: boolean
}

/** A form of one field with its button. */
export interface SearchFormProps {
  /** Ids of the form and of its field, by which a script finds them. */
  form: string
  field: string
  /** Where a form without script leads; without it the field has no name and is sent nowhere. */
  sent?: { action: string; name: string }
  label: string
  hint: string
  autocomplete?: HTMLInputElement['autocomplete']
}

export interface NoteProps {
  tone?: 'plain' | 'warn' | 'now'
}

export interface SectionProps {
  title: string
  id?: string
  /** Small words under the heading: «12 месяцев, на 23 ноября 2026». */
  note?: string
  /** Not on the printed sheet. */
  screenOnly?: boolean
}

export interface PageHeadProps {
  title: string
  lead?: string | null
  /** The line above the title: «Извещение о публичных слушаниях», a date. */
  kind?: string
}

export interface BreadcrumbsProps {
  items: Link[]
}

export interface WhatNextProps {
  title?: string
  stops: Stop[]
}

export interface PaginationProps {
  /** The address of the newest page; older ones are `${base}stranica/N/`, the oldest is 1. */
  base: string
  /** 1 is the oldest. */
  page: number
  isNewest: boolean
  /** The next newer page is the newest. */
  isBeforeNewest: boolean
  /** «Страницы новостей» */
  label: string
}

export type EntryKind = 'event' | 'official' | 'reception'

/** Something with a place in the calendar. */
export interface CalendarEntry {
  /** «2026-11-23», the Moscow day. */
  day: string
  /** «10:00»; none for the whole day. */
  time?: string
  title: string
  href: string
  kind: EntryKind
  isCancelled?: boolean
  /** It was to be on another day or at another hour. */
  isMoved?: boolean
}

export interface MonthProps {
  /** «2026-11» */
  month: string
  /** The Moscow day of today, «2026-11-23». */
  today: string
  entries: CalendarEntry[]
}

export interface WeekProps {
  /** Seven days, from Monday. */
  days: string[]
  today: string
  entries: CalendarEntry[]
}

export interface AgendaProps {
  today: string
  entries: CalendarEntry[]
  /** More than a month: no grid points at its days. */
  isLong?: boolean
}

/** A rendition of a picture that Payload made. */
export interface Rendition {
  url: string
  width: number
  height: number
  mimeType: string
}

/** A picture ready to be shown: `src/lib/picture.ts` makes it from a media document. */
export interface PictureData {
  alt: string
  width: number
  height: number
  src: string
  renditions: Rendition[]
  /** Per cent from the left and from the top. */
  focalX?: number
  focalY?: number
  caption?: string | null
  credit?: string | null
}

export interface PictureProps {
  picture: PictureData
  /** The `sizes` attribute: how wide the picture is shown. */
  sizes: string
  /** The widest rendition that is ever needed: a portrait of 5rem never wants 1280 pixels. */
  widest?: number
  /** The first picture of a page loads at once, the others when they come near. */
  eager?: boolean
  /** Crop to a shape around the focal point. */
  shape?: 'wide' | 'portrait'
  /** Shows caption and credit under the picture. */
  caption?: boolean
  /** A picture whose words stand beside it says nothing twice. */
  decorative?: boolean
}

export interface PortraitProps {
  firstName: string
  lastName: string
  picture?: PictureData | null
  sizes?: string
  widest?: number
  eager?: boolean
  /** The name stands beside it: the picture is decoration. */
  decorative?: boolean
}

export interface Person {
  firstName: string
  lastName: string
  name: string
  href?: string
  text?: string
  picture?: PictureData | null
}

export interface PeopleProps {
  people: Person[]
}

export interface EmptyStateProps {
  text: string
  link?: Link
}

export interface SourceMarkProps {
  source: Source
}

export interface ProseProps {
  /** HTML from the rich text renderer of `src/cms`. Left out when the matter comes as a slot. */
  html?: string
}

export interface PrintMastProps {
  authority: string
  site: string
  isDemo?: boolean
}

export interface PrintFootProps {
  /** The address in the QR and in words. */
  url: string
  text: string
  small?: string
}

export interface Way extends Link {
  icon: IconName
  text: string
}

export interface MapLinksProps {
  /** In full, with the town. */
  address?: string | null
  /** Better than the address where it is known. */
  point?: Point | null
}

export interface MapFrameProps {
  title: string
  point: Point
}

export interface GuideMapProps {
  places: MapMark[]
  stops: MapMark[]
  /** Stations from west to east. */
  line: MapMark[]
}

type MapMark = Point & { title: string }

export interface WaysProps {
  ways: Way[]
}

export interface ReceptionItem {
  /** «по вторникам» */
  days: string
  /** «17:00–19:00» */
  hours?: string
  /** «ближайший — 1 декабря» */
  nearest?: string
  /** «2 декабря приёма не будет» */
  changes?: string[]
  who?: Link
  place?: string | null
  note?: string | null
}

export interface ReceptionTableProps {
  caption: string
  receptions: ReceptionItem[]
}

export interface PrintButtonProps {
  label: string
}

export interface LegendProps {
  kinds?: EntryKind[]
}

export interface KindMarkProps {
  kind: EntryKind
}
