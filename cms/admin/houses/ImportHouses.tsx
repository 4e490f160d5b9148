'use client'

import { useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import { importColumns, type ImportOutcome } from '../../../collections/Houses/houses.schema.ts'
import { say } from '../words.ts'
import { sendFile } from './sendFile.ts'

/** Above the list of houses: a CSV file is first looked through, then loaded. */
export const ImportHouses = () => {
  const { i18n } = useTranslation()
  const { language } = i18n
  const [file, setFile] = useState<File | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const [answer, setAnswer] = useState<{ value: ImportOutcome } | { error: string } | null>(null)

  const send = async (isDry: boolean) => {
    if (!file) return
    setIsBusy(true)
    setAnswer(await sendFile(file, { isDry, language }))
    setIsBusy(false)
  }

  const outcome = answer && 'value' in answer ? answer.value : null
  const hasSomething = outcome !== null && outcome.created + outcome.changed > 0

  return (
    <details className="portal-import">
      <summary>
        {say(language, { ru: 'Загрузить дома из файла CSV', en: 'Load houses from a CSV file' })}
      </summary>
      <p>
        {say(language, {
          ru: 'Первая строка — названия столбцов, обязательны «Улица» и «Дом». Дом узнаётся по адресу: новый добавится, известный обновится, остальные не изменятся.',
          en: 'The first line names the columns; «Улица» and «Дом» must be there. Houses are known by their address.',
        })}
      </p>
      <p className="portal-import__columns">{importColumns.join('; ')}</p>
      <label htmlFor="houses-file">{say(language, { ru: 'Файл, до 4 МБ', en: 'File, up to 4 MB' })}</label>
      <input
        id="houses-file"
        type="file"
        accept=".csv,text/csv"
        onChange={({ target }) => {
          setFile(target.files?.[0] ?? null)
          setAnswer(null)
        }}
      />
      <div className="portal-moves">
        <button
          type="button"
          className={hasSomething ? '' : 'portal-moves__main'}
          disabled={!file || isBusy}
          onClick={() => void send(true)}
        >
          {say(language, { ru: 'Проверить', en: 'Look through' })}
        </button>
        {hasSomething && outcome.isDry && (
          <button
            type="button"
            className="portal-moves__main"
            disabled={isBusy}
            onClick={() => void send(false)}
          >
            {say(language, { ru: 'Загрузить', en: 'Load' })}
          </button>
        )}
      </div>
      <div role="status">
        {isBusy && <p>{say(language, { ru: 'Читаю файл…', en: 'Reading the file…' })}</p>}
        {!isBusy && answer && 'error' in answer && <p className="portal-import__error">{answer.error}</p>}
        {!isBusy && outcome && <Outcome outcome={outcome} language={language} />}
      </div>
    </details>
  )
}

const Outcome = ({ outcome, language }: { outcome: ImportOutcome; language: string }) => (
  <>
    <p>
      <b>
        {outcome.isDry
          ? say(language, { ru: 'Проверка, ещё ничего не записано.', en: 'A look, nothing is written yet.' })
          : say(language, { ru: 'Загружено.', en: 'Loaded.' })}
      </b>{' '}
      {say(language, {
        ru: `Новых: ${outcome.created}, изменённых: ${outcome.changed}, без изменений: ${outcome.unchanged}, с ошибками: ${outcome.wrong}.`,
        en: `New: ${outcome.created}, changed: ${outcome.changed}, unchanged: ${outcome.unchanged}, wrong: ${outcome.wrong}.`,
      })}{' '}
      {!outcome.isDry && outcome.created + outcome.changed > 0 && (
        <a href="/admin/publishing">
          {say(language, { ru: 'Как идёт публикация', en: 'How the publish goes' })}
        </a>
      )}
    </p>
    {outcome.errors.length > 0 && (
      <ul className="portal-import__errors">
        {outcome.errors.map(({ line, message }) => (
          <li key={line}>
            {say(language, { ru: `Строка ${line}`, en: `Line ${line}` })}: {message}
          </li>
        ))}
      </ul>
    )}
    {outcome.wrong > outcome.errors.length && (
      <p>
        {say(language, {
          ru: `Показаны первые ${outcome.errors.length}.`,
          en: `The first ${outcome.errors.length} are shown.`,
        })}
      </p>
    )}
  </>
)
