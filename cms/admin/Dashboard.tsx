import { Gutter } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import { DraftsToReview } from './DraftsToReview.tsx'
import { FirstSteps } from './FirstSteps.tsx'
import { LatestPublications } from './LatestPublications.tsx'
import { OwnProfile } from './OwnProfile.tsx'
import { OverdueJobs } from './OverdueJobs.tsx'
import { QuestionsWaiting } from './questions/QuestionsWaiting.tsx'
import { Sections } from './Sections.tsx'
import { say } from './words.ts'

/** The first page of the admin: what to do, what has become of the last publications, what waits for an editor. */
export const Dashboard = ({ initPageResult }: AdminViewServerProps) => {
  const { req, permissions, visibleEntities } = initPageResult
  const language = req.i18n.language
  const isEditor = req.user?.role === 'admin' || req.user?.role === 'editor'
  return (
    <Gutter className="portal-dashboard">
      <h1>{say(language, { ru: 'Редакция портала', en: 'Newsroom' })}</h1>
      {isEditor && <OverdueJobs req={req} />}
      <FirstSteps req={req} permissions={permissions} />
      {req.user?.role === 'respondent' && <OwnProfile req={req} />}
      {(isEditor || req.user?.role === 'respondent') && <QuestionsWaiting req={req} />}
      {permissions.collections?.['publications']?.read && <LatestPublications req={req} />}
      {isEditor && <DraftsToReview req={req} />}
      <Sections req={req} permissions={permissions} visibleEntities={visibleEntities} />
    </Gutter>
  )
}
