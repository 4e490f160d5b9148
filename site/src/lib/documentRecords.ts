import { documentPath } from '../../../collections/documentPath.schema.ts'
import { allDocuments, related } from '../cms/index.ts'
import { dayKey } from './dates.ts'
import { documentBodyName, documentKindName, documentNumber, documentStateName } from './officialDocuments.ts'
import { absoluteUrl } from './siteUrl.ts'

/** The list of documents as open data. */
export const documentRecords = () =>
  allDocuments().map((document) => {
    const repealing = related('documents', document.repealedBy)
    return {
      number: document.number,
      adoptedAt: dayKey(document.adoptedAt),
      kind: documentKindName(document),
      authority: documentBodyName(document),
      title: document.title,
      officialTitle: document.officialTitle ?? null,
      state: documentStateName(document),
      effectiveAt: document.effectiveAt ? dayKey(document.effectiveAt) : null,
      repealedBy: repealing ? documentNumber(repealing) : (document.repealedByText ?? null),
      url: absoluteUrl(documentPath('documents', document.slug ?? '')),
      isDemo: Boolean(document.demo),
    }
  })
