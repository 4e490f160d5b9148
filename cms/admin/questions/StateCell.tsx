'use client'

import { useTranslation } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'
import { states } from '../../../collections/Questions/states.schema.ts'
import { say } from '../words.ts'
import { dueIn, dueWords } from './dueWords.ts'

/** In the list of questions: the state and how long there is for what comes next. */
export const StateCell = ({ cellData, rowData }: DefaultCellComponentProps) => {
  const { i18n } = useTranslation()
  const row: Record<string, unknown> = { ...rowData }
  const state = states.find(({ value }) => value === cellData)
  const left = dueIn(row, new Date())
  return (
    <>
      {state && say(i18n.language, state)}
      {left !== null && (
        <small className={left < 0 ? 'portal-desk__late' : 'portal-desk__due'}>
          {dueWords(row, new Date(), i18n.language)}
        </small>
      )}
    </>
  )
}
