import { milliseconds, say } from '../words.ts'
import type { ShownPublish } from './figures.ts'
import { momentInSeconds, reasonWords } from './serviceWords.ts'

type Props = {
  row: ShownPublish
  language: string
  onGoBack: (row: ShownPublish, button: HTMLButtonElement) => void
}

/** When, why, how long, what it did, and the way back before it. */
export const PublishRow = ({ row, language, onGoBack }: Props) => {
  const timeId = `publish-${row.key}`
  return (
    <tr role="row" data-state={row.state}>
      <th id={timeId} role="rowheader" scope="row">
        {momentInSeconds(row.at, language)}
      </th>
      <td role="cell">
        {reasonWords(row.reason, language)}
        {row.state === 'live' && <small>{took(row, language)}</small>}
        {row.state === 'failed' && (
          <small className="portal-fault">
            {say(language, { ru: 'Не удалась: ', en: 'Failed: ' })}
            {row.error}
          </small>
        )}
      </td>
      <td role="cell">№ {row.revision}</td>
      <td role="cell">{milliseconds(row.durationMs, language)}</td>
      <td role="cell">
        {row.canGoBack && (
          <button
            className="portal-back"
            type="button"
            aria-describedby={timeId}
            onClick={({ currentTarget }) => onGoBack(row, currentTarget)}
          >
            {say(language, {
              ru: 'Вернуть сайт к виду до этой публикации',
              en: 'Show the site as before this publish',
            })}
          </button>
        )}
      </td>
    </tr>
  )
}

const took = (row: ShownPublish, language: string): string => {
  const { rendered = 0, written = 0, removed = 0, readMs = 0, renderMs = 0, switchMs = 0 } = row
  const [read, render, change] = [readMs, renderMs, switchMs].map((ms) => milliseconds(ms, language))
  if (written + removed === 0 && rendered === 0)
    return say(language, { ru: 'На сайте ничего не изменилось', en: 'Nothing changed on the site' })
  return say(language, {
    ru: `Страниц собрано ${rendered}, файлов записано ${written}, убрано ${removed}; чтение ${read}, сборка ${render}, замена ${change}`,
    en: `Rendered ${rendered}, written ${written}, removed ${removed}; read ${read}, render ${render}, switch ${change}`,
  })
}
