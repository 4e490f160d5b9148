'use client'

import { useConfig } from '@payloadcms/ui'
import type { ServiceStatus } from '../../../collections/publications/service.schema.ts'
import { documentHref } from '../documentHref.ts'
import { say } from '../words.ts'

/** Documents whose newest version cannot be shown, each with its reason and the way to correct it. */
export const HeldDocuments = ({ held, language }: { held: ServiceStatus['held']; language: string }) => {
  const { config } = useConfig()
  return (
    <section className="portal-section">
      <h2>{say(language, { ru: 'Не показаны', en: 'Held back' })}</h2>
      {held.length === 0 ? (
        <p>
          {say(language, {
            ru: 'Таких материалов нет: на сайте показано всё опубликованное.',
            en: 'None: everything that is published is shown.',
          })}
        </p>
      ) : (
        <div>
          <p className="portal-hint">
            {say(language, {
              ru: 'Их новая версия ломает страницу. На сайте осталась прежняя, всё остальное публикуется. Исправьте материал и опубликуйте его ещё раз.',
              en: 'Their newest version breaks a page. The site keeps the one before and publishes everything else. Correct the document and publish it again.',
            })}
          </p>
          <ul className="portal-rows portal-held">
            {held.map(({ collection, id, title, error }) => (
              <li key={`${collection}/${id}`} data-state="failed">
                <a href={documentHref({ collection, id }, config.globals)}>
                  {title || `${collection}/${id}`}
                </a>
                <span className="portal-fault">{error}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}
