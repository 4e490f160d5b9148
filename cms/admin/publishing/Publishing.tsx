'use client'

import { useTranslation } from '@payloadcms/ui'
import { say } from '../words.ts'
import { HeldDocuments } from './HeldDocuments.tsx'
import { Publishes } from './Publishes.tsx'
import { Queue } from './Queue.tsx'
import { serviceSentence } from './serviceWords.ts'
import { useService } from './useService.ts'

/** State, queue, held documents and the last hundred publishes; refreshes itself. */
export const Publishing = () => {
  const { i18n } = useTranslation()
  const { language } = i18n
  const { report, trouble, lookAgain } = useService(language)
  const sentence = report && serviceSentence(report.service, language)
  const status = report?.service.is === 'up' ? report.service.status : null
  return (
    <>
      {/* One live region: told when its words change, not at every look. */}
      <p className="portal-service" role="status" data-tone={trouble ? 'trouble' : sentence?.tone}>
        {trouble ?? sentence?.text ?? say(language, { ru: 'Спрашиваю службу…', en: 'Asking the service…' })}
      </p>
      {report && <Queue waiting={report.waiting} status={status} language={language} />}
      {status && <HeldDocuments held={status.held} language={language} />}
      {status && <Publishes status={status} language={language} onRollback={lookAgain} />}
    </>
  )
}
