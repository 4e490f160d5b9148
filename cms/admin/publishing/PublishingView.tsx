import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { say } from '../words.ts'
import { Publishing } from './Publishing.tsx'

/** /admin/publishing: how the site is published, for administrators. */
export const PublishingView = ({ initPageResult, params, searchParams }: AdminViewServerProps) => {
  const { locale, permissions, req, visibleEntities } = initPageResult
  // Payload leaves views of one's own open: who may see this one is asked here, and again by its endpoints.
  if (!req.user) redirect('/admin/login?redirect=%2Fadmin%2Fpublishing')
  const title = say(req.i18n.language, { ru: 'Публикация сайта', en: 'Publishing' })
  return (
    <DefaultTemplate
      i18n={req.i18n}
      locale={locale}
      params={params}
      payload={req.payload}
      permissions={permissions}
      req={req}
      searchParams={searchParams}
      user={req.user}
      visibleEntities={{ collections: visibleEntities.collections, globals: visibleEntities.globals }}
    >
      <SetStepNav nav={[{ label: title }]} />
      <main>
        <Gutter className="portal-dashboard">
          <h1>{title}</h1>
          {req.user.role === 'admin' ? (
            <Publishing />
          ) : (
            <p>
              {say(req.i18n.language, {
                ru: 'Эта страница для администраторов портала.',
                en: 'This page is for administrators.',
              })}
            </p>
          )}
        </Gutter>
      </main>
    </DefaultTemplate>
  )
}
