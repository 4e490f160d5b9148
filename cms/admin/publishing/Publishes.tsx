'use client'

import { useModal } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import type { ServiceStatus } from '../../../collections/publications/service.schema.ts'
import { milliseconds, say } from '../words.ts'
import { quantile, shownPublishes, type ShownPublish } from './figures.ts'
import { PublishRow } from './PublishRow.tsx'
import { RollbackDialog, rollbackDialog } from './RollbackDialog.tsx'

type Props = { status: ServiceStatus; language: string; onRollback: () => void }

/** The last hundred publishes, the newest first, and the way back before each. */
export const Publishes = ({ status, language, onRollback }: Props) => {
  const { isModalOpen, openModal } = useModal()
  const opener = useRef<HTMLButtonElement>(null)
  const isAsking = isModalOpen(rollbackDialog)
  // Payload's dialog leaves the focus nowhere when it closes.
  useEffect(() => {
    if (!isAsking) opener.current?.focus()
  }, [isAsking])
  const [chosen, setChosen] = useState<ShownPublish | null>(null)
  const rows = shownPublishes(status)
  const goBack = (row: ShownPublish, button: HTMLButtonElement) => {
    opener.current = button
    setChosen(row)
    openModal(rollbackDialog)
  }
  return (
    <section className="portal-section portal-section--wide">
      <h2 id="publishes">{say(language, { ru: 'Последние публикации', en: 'Latest publishes' })}</h2>
      <div>
        <p className="portal-hint">{summary(rows, language)}</p>
        {rows.length > 0 && (
          // The roles stay when a phone shows the rows as blocks.
          <table className="portal-table" role="table" aria-labelledby="publishes">
            <thead role="rowgroup">
              <tr role="row">
                {headings.map((words) => (
                  <th key={words.en} role="columnheader" scope="col">
                    {say(language, words)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody role="rowgroup">
              {rows.map((row) => (
                <PublishRow key={row.key} row={row} language={language} onGoBack={goBack} />
              ))}
            </tbody>
          </table>
        )}
        {chosen && <RollbackDialog publish={chosen} language={language} onDone={onRollback} />}
      </div>
    </section>
  )
}

const headings = [
  { ru: 'Когда', en: 'When' },
  { ru: 'Что', en: 'What' },
  { ru: 'Изменение', en: 'Revision' },
  { ru: 'Длилась', en: 'Took' },
  { ru: 'Возврат', en: 'Rollback' },
]

const summary = (rows: ShownPublish[], language: string): string => {
  const live = rows.filter(({ state }) => state === 'live').map(({ durationMs }) => durationMs)
  const failed = rows.length - live.length
  const [median, most] = [quantile(live, 0.5), quantile(live, 0.95)]
  if (median === null || most === null)
    return say(language, { ru: 'Удавшихся публикаций ещё не было.', en: 'No publish has succeeded yet.' })
  return say(language, {
    ru: `Удалось: ${live.length}, не удалось: ${failed}. Медиана ${milliseconds(median, language)}, 95 % не дольше ${milliseconds(most, language)}.`,
    en: `Live: ${live.length}, failed: ${failed}. Median ${milliseconds(median, language)}, 95th percentile ${milliseconds(most, language)}.`,
  })
}
