'use client'

import { useConfig } from '@payloadcms/ui'
import type { ServiceReport, ServiceStatus } from '../../../collections/publications/service.schema.ts'
import { documentHref } from '../documentHref.ts'
import { deeds } from '../publicationWords.ts'
import { say, since } from '../words.ts'
import { failedRun, momentInSeconds, reasonWords } from './serviceWords.ts'

type Props = { waiting: ServiceReport['waiting']; status: ServiceStatus | null; language: string }

/** What is on its way to the site: the editors' publications, and what the service itself wants. */
export const Queue = ({ waiting, status, language }: Props) => {
  const { config } = useConfig()
  const wanted = status?.wanted ?? null
  const rest = waiting.count - waiting.rows.length
  return (
    <section className="portal-section">
      <h2>{say(language, { ru: 'Очередь', en: 'Queue' })}</h2>
      <div>
        {waiting.count === 0 && !wanted && (
          <p>{say(language, { ru: 'Ничего не ждёт публикации.', en: 'Nothing waits to be published.' })}</p>
        )}
        {wanted && status && <Wanted wanted={wanted} status={status} language={language} />}
        {waiting.rows.length > 0 && (
          <ul className="portal-rows">
            {waiting.rows.map(({ collection, id, kind, requestedAt, title }) => (
              <li key={`${collection}/${id}/${requestedAt}`} data-state="queued">
                <span className="portal-rows__when">
                  {say(language, { ru: 'ждёт с', en: 'since' })} {since(requestedAt, language)}
                </span>
                <span className="portal-rows__what">
                  <a href={documentHref({ collection, id }, config.globals)}>
                    {title || `${collection}/${id}`}
                  </a>
                  <small>{say(language, deeds[kind])}</small>
                </span>
              </li>
            ))}
          </ul>
        )}
        {rest > 0 && (
          <p className="portal-hint">{say(language, { ru: `И ещё: ${rest}.`, en: `And ${rest} more.` })}</p>
        )}
      </div>
    </section>
  )
}

const Wanted = ({
  wanted: { revision, reason, attempts },
  status,
  language,
}: {
  wanted: NonNullable<ServiceStatus['wanted']>
  status: ServiceStatus
  language: string
}) => {
  const run = attempts > 0 ? failedRun(status) : null
  return (
    <div className="portal-wanted" data-tone={run ? 'trouble' : 'busy'}>
      <p>
        {say(language, {
          ru: `Изменение № ${revision}: ${lowered(reasonWords(reason, language))}.`,
          en: `Revision ${revision}: ${lowered(reasonWords(reason, language))}.`,
        })}{' '}
        {run &&
          say(language, {
            ru: `Не удаётся, первый раз ${momentInSeconds(run.since, language)}; попыток: ${attempts}.`,
            en: `It fails, for the first time ${momentInSeconds(run.since, language)}; attempts: ${attempts}.`,
          })}
      </p>
      {run?.error && <p className="portal-fault">{run.error}</p>}
    </div>
  )
}

const lowered = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1)
