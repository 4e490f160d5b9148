'use client'

import { useTranslation } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'
import { latencyOf } from '../../collections/publications/latency.schema.ts'
import { latencyWords } from './publicationWords.ts'
import { since } from './words.ts'

/** In the list of the log: since when it is on the site, and how long that took. */
export const LatencyCell = ({ cellData, rowData }: DefaultCellComponentProps) => {
  const { i18n } = useTranslation()
  if (typeof cellData !== 'string') return <span>—</span>
  const requestedAt: unknown = rowData['requestedAt']
  const latency = typeof requestedAt === 'string' ? latencyOf({ requestedAt, liveAt: cellData }) : null
  return (
    <span className="portal-latency">
      {since(cellData, i18n.language)}
      {latencyWords(latency, i18n.language)}
    </span>
  )
}
