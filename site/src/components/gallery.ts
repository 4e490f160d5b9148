import type { AstroComponentFactory } from 'astro/runtime/server/index.js'
import type { Example } from './example.ts'
import Line from './Line.astro'
import { examples as line } from './Line.examples.ts'
import Steps from './Steps.astro'
import { examples as steps } from './Steps.examples.ts'
import Rows from './Rows.astro'
import { examples as rows } from './Rows.examples.ts'
import ReceptionTable from './ReceptionTable.astro'
import { examples as receptionTable } from './ReceptionTable.examples.ts'
import Facts from './Facts.astro'
import { examples as facts } from './Facts.examples.ts'
import Docs from './Docs.astro'
import { examples as docs } from './Docs.examples.ts'
import Figures from './Figures.astro'
import { examples as figures } from './Figures.examples.ts'
import BarChart from './BarChart.astro'
import { examples as barChart } from './BarChart.examples.ts'
import SourceMark from './SourceMark.astro'
import { examples as sourceMark } from './SourceMark.examples.ts'
import Stamp from './Stamp.astro'
import { examples as stamp } from './Stamp.examples.ts'
import Plate from './Plate.astro'
import { examples as plate } from './Plate.examples.ts'
import Portrait from './Portrait.astro'
import { examples as portrait } from './Portrait.examples.ts'
import People from './People.astro'
import { examples as people } from './People.examples.ts'
import Picture from './Picture.astro'
import { examples as picture } from './Picture.examples.ts'
import Button from './Button.astro'
import { examples as button } from './Button.examples.ts'
import SearchForm from './SearchForm.astro'
import { examples as searchForm } from './SearchForm.examples.ts'
import PrintButton from './PrintButton.astro'
import { examples as printButton } from './PrintButton.examples.ts'
import Note from './Note.astro'
import { examples as note } from './Note.examples.ts'
import Tag from './Tag.astro'
import { examples as tag } from './Tag.examples.ts'
import Section from './Section.astro'
import { examples as section } from './Section.examples.ts'
import Breadcrumbs from './Breadcrumbs.astro'
import { examples as breadcrumbs } from './Breadcrumbs.examples.ts'
import WhatNext from './WhatNext.astro'
import { examples as whatNext } from './WhatNext.examples.ts'
import Ways from './Ways.astro'
import { examples as ways } from './Ways.examples.ts'
import Month from './Month.astro'
import { examples as month } from './Month.examples.ts'
import Week from './Week.astro'
import { examples as week } from './Week.examples.ts'
import Agenda from './Agenda.astro'
import { examples as agenda } from './Agenda.examples.ts'
import Legend from './Legend.astro'
import { examples as legend } from './Legend.examples.ts'
import MapLinks from './MapLinks.astro'
import { examples as mapLinks } from './MapLinks.examples.ts'
import MapFrame from './MapFrame.astro'
import { examples as mapFrame } from './MapFrame.examples.ts'
import GuideMap from './GuideMap.astro'
import { examples as guideMap } from './GuideMap.examples.ts'
import Pagination from './Pagination.astro'
import { examples as pagination } from './Pagination.examples.ts'
import EmptyState from './EmptyState.astro'
import { examples as emptyState } from './EmptyState.examples.ts'
import Prose from './Prose.astro'
import { examples as prose } from './Prose.examples.ts'
import PrintMast from './PrintMast.astro'
import { examples as printMast } from './PrintMast.examples.ts'
import PrintFoot from './PrintFoot.astro'
import { examples as printFoot } from './PrintFoot.examples.ts'

interface Entry {
  name: string
  title: string
  Component: AstroComponentFactory
  examples: readonly Example<object>[]
}

/** Every component with its examples: what the gallery shows and the HTML tests read. */
export const gallery: Entry[] = [
  { name: 'Line', title: 'Линия с остановками', Component: Line, examples: line },
  { name: 'Steps', title: 'Линия размером со слово', Component: Steps, examples: steps },
  { name: 'Rows', title: 'Строки расписания', Component: Rows, examples: rows },
  {
    name: 'ReceptionTable',
    title: 'Приём: кто, где, когда',
    Component: ReceptionTable,
    examples: receptionTable,
  },
  { name: 'Facts', title: 'Сведения', Component: Facts, examples: facts },
  { name: 'Docs', title: 'Документы', Component: Docs, examples: docs },
  { name: 'Figures', title: 'Числа', Component: Figures, examples: figures },
  { name: 'BarChart', title: 'Столбики с таблицей', Component: BarChart, examples: barChart },
  { name: 'SourceMark', title: 'Источник', Component: SourceMark, examples: sourceMark },
  { name: 'Stamp', title: 'Штамп', Component: Stamp, examples: stamp },
  { name: 'Plate', title: 'Табличка дома', Component: Plate, examples: plate },
  { name: 'Portrait', title: 'Портрет', Component: Portrait, examples: portrait },
  { name: 'People', title: 'Люди', Component: People, examples: people },
  { name: 'Picture', title: 'Картинка', Component: Picture, examples: picture },
  { name: 'Button', title: 'Кнопка', Component: Button, examples: button },
  { name: 'SearchForm', title: 'Поле с кнопкой', Component: SearchForm, examples: searchForm },
  { name: 'PrintButton', title: 'Кнопка печати', Component: PrintButton, examples: printButton },
  { name: 'Note', title: 'Сообщение', Component: Note, examples: note },
  { name: 'Tag', title: 'Метка', Component: Tag, examples: tag },
  { name: 'Section', title: 'Раздел страницы', Component: Section, examples: section },
  { name: 'Breadcrumbs', title: 'Где вы', Component: Breadcrumbs, examples: breadcrumbs },
  { name: 'WhatNext', title: 'Что будет дальше', Component: WhatNext, examples: whatNext },
  { name: 'Ways', title: 'Сказать своё', Component: Ways, examples: ways },
  { name: 'Month', title: 'Месяц', Component: Month, examples: month },
  { name: 'Week', title: 'Неделя', Component: Week, examples: week },
  { name: 'Agenda', title: 'Повестка дней', Component: Agenda, examples: agenda },
  { name: 'Legend', title: 'Обозначения', Component: Legend, examples: legend },
  { name: 'MapLinks', title: 'Ссылки на карту', Component: MapLinks, examples: mapLinks },
  { name: 'MapFrame', title: 'Карта по нажатию', Component: MapFrame, examples: mapFrame },
  { name: 'GuideMap', title: 'Схема путеводителя', Component: GuideMap, examples: guideMap },
  { name: 'Pagination', title: 'Страницы списка', Component: Pagination, examples: pagination },
  { name: 'EmptyState', title: 'Пусто', Component: EmptyState, examples: emptyState },
  { name: 'Prose', title: 'Текст', Component: Prose, examples: prose },
  { name: 'PrintMast', title: 'Шапка печатного листа', Component: PrintMast, examples: printMast },
  { name: 'PrintFoot', title: 'Низ печатного листа', Component: PrintFoot, examples: printFoot },
]
