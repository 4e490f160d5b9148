'use client'

import { useAllFormFields, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { reduceFieldsToValues } from 'payload/shared'
import { useRef, useState } from 'react'
import { documentPath, hasPage } from '../../../collections/documentPath.schema.ts'
import { flyerPath } from '../../../collections/Flyers/flyer.schema.ts'
import { hasKit, kitItemOf, kitOf } from '../../../collections/kits/kit.schema.ts'
import { networks } from '../../../collections/networks.schema.ts'
import { say } from '../words.ts'

/** What leaves the portal about a published document: texts for the networks within their limits, its picture, its flyer. */
export const ShareKit = () => {
  const { collectionSlug, hasPublishedDoc } = useDocumentInfo()
  const { i18n } = useTranslation()
  const [fields] = useAllFormFields()
  const dialog = useRef<HTMLDialogElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const { language } = i18n
  if (!collectionSlug || !hasPage(collectionSlug) || !hasPublishedDoc) return null
  const slug = fields['slug']?.value
  if (typeof slug !== 'string' || slug === '') return null
  const path = documentPath(collectionSlug, slug)
  const open = () => {
    setIsOpen(true)
    dialog.current?.showModal()
  }
  return (
    <>
      <button type="button" className="portal-preview" onClick={open} id="share-button">
        {say(language, { ru: 'Для соцсетей и листовок', en: 'Posts and flyers' })}
      </button>
      <dialog
        ref={dialog}
        className="portal-dialog"
        onClose={() => setIsOpen(false)}
        aria-labelledby="share-title"
      >
        <div className="portal-kit">
          <h2 id="share-title">{say(language, { ru: 'Для соцсетей и листовок', en: 'Posts and flyers' })}</h2>
          {isOpen && hasKit(collectionSlug) && (
            <Posts
              posts={kitOf(
                kitItemOf(
                  collectionSlug,
                  reduceFieldsToValues(fields, true),
                  `${window.location.origin}${path}`,
                ),
              )}
              language={language}
            />
          )}
          {isOpen && typeof fields['cover']?.value === 'string' && (
            <Picture id={fields['cover'].value} language={language} />
          )}
          <p>
            {say(language, { ru: 'Листовка с QR-кодом, PDF: ', en: 'Flyer with a QR code, PDF: ' })}
            <a href={flyerPath(path, 'a4')} target="_blank" rel="noreferrer">
              A4
            </a>
            {', '}
            <a href={flyerPath(path, 'a5')} target="_blank" rel="noreferrer">
              A5
            </a>
          </p>
          <div className="portal-moves">
            <button type="button" onClick={() => dialog.current?.close()}>
              {say(language, { ru: 'Закрыть', en: 'Close' })}
            </button>
          </div>
        </div>
      </dialog>
    </>
  )
}

const Posts = ({ posts, language }: { posts: ReturnType<typeof kitOf>; language: string }) => (
  <>
    {posts.map(({ limit, text }) => {
      const name = networks.find(({ value }) => value === limit.network)?.ru ?? limit.network
      return (
        <section key={limit.network}>
          <h3>{name}</h3>
          <textarea readOnly value={text} aria-label={name} data-network={limit.network} />
          <p>
            {say(language, {
              ru: `Знаков: ${text.length}. ${limit.source}.`,
              en: `Characters: ${text.length}. ${limit.source}.`,
            })}
          </p>
          <Copy text={text} language={language} />
        </section>
      )
    })}
  </>
)

const Copy = ({ text, language }: { text: string; language: string }) => {
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null)
  const copy = () =>
    // A browser without the clipboard, or that asks first: the text can still be marked and copied by hand.
    navigator.clipboard.writeText(text).then(
      () => setOutcome('copied'),
      () => setOutcome('refused'),
    )
  return (
    <div className="portal-moves">
      <button type="button" onClick={() => void copy()}>
        {say(language, { ru: 'Скопировать', en: 'Copy' })}
      </button>
      <span role="status">
        {outcome === 'copied' && say(language, { ru: 'Скопировано', en: 'Copied' })}
        {outcome === 'refused' &&
          say(language, {
            ru: 'Браузер не дал скопировать. Выделите текст и скопируйте сами.',
            en: 'The browser refused. Mark the text and copy it.',
          })}
      </span>
    </div>
  )
}

const Picture = ({ id, language }: { id: string; language: string }) => (
  <p>
    <a href={`/admin/collections/media/${id}`} target="_blank" rel="noreferrer">
      {say(language, { ru: 'Картинка к записи: открыть и скачать', en: 'Picture: open and download' })}
    </a>
  </p>
)
