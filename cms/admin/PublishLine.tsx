import type { Publication } from './publication.ts'
import { publicationSentence } from './publicationWords.ts'
import { say } from './words.ts'

/** «На сайте с 14:03:07, через 0,2 с. Открыть страницу», or why it is not and what to do. */
export const PublishLine = ({ publication, language }: { publication: Publication; language: string }) => (
  <span className="portal-status__line" data-state={publication.status}>
    <span>
      {publicationSentence(publication, language)}
      {publication.status === 'live' && publication.path && (
        <>
          {' '}
          <a href={publication.path} target="_blank" rel="noreferrer">
            {say(language, { ru: 'Открыть страницу', en: 'Open the page' })}
          </a>
        </>
      )}
    </span>
  </span>
)
