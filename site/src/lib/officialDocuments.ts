import {
  documentBodies,
  documentKinds,
  documentStates,
} from '../../../collections/Documents/documents.schema.ts'
import { documentPath } from '../../../collections/documentPath.schema.ts'
import type { OfficialDocument } from '../cms/types.ts'
import type { Row, StampProps } from '../components/props.ts'
import { dayYear, numericDate } from './dates.ts'

const nameIn = (list: readonly { value: string; ru: string }[], value: string | null | undefined): string =>
  list.find((one) => one.value === value)?.ru ?? ''

export const documentKindName = ({ kind }: Pick<OfficialDocument, 'kind'>): string =>
  nameIn(documentKinds, kind)
export const documentBodyName = ({ authority }: Pick<OfficialDocument, 'authority'>): string =>
  nameIn(documentBodies, authority)
export const documentStateName = ({ state }: Pick<OfficialDocument, 'state'>): string =>
  nameIn(documentStates, state)

type Numbered = Pick<OfficialDocument, 'kind' | 'number' | 'adoptedAt'>

/** «Решение № 15/3 от 12.11.2026» */
export const documentNumber = (document: Numbered): string =>
  `${documentKindName(document)} № ${document.number} от ${numericDate(document.adoptedAt)}`

export const documentRow = (document: OfficialDocument): Row => ({
  when: numericDate(document.adoptedAt),
  datetime: document.adoptedAt,
  title: document.title,
  href: documentPath('documents', document.slug ?? ''),
  text: `${documentKindName(document)} № ${document.number}, ${documentBodyName(document)}`,
  isDemo: Boolean(document.demo),
  ...(document.state === 'inForce'
    ? {}
    : {
        tag: { label: documentStateName(document), tone: document.state === 'repealed' ? 'late' : 'plain' },
      }),
})

/** The corner stamp: number, date, body. */
export const documentStamp = (document: OfficialDocument): StampProps => ({
  title: documentKindName(document),
  rows: [
    { label: '№', value: document.number },
    { label: 'Дата', value: numericDate(document.adoptedAt) },
    { label: 'Орган', value: documentBodyName(document) },
    { label: 'Состояние', value: documentStateName(document) },
    ...(document.effectiveAt ? [{ label: 'В силе с', value: dayYear(document.effectiveAt) }] : []),
  ],
})
