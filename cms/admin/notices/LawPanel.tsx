'use client'

import { useTranslation } from '@payloadcms/ui'
import { fieldName } from '../../../collections/Hearings/law/fieldNames.schema.ts'
import { blocking, type Finding } from '../../../collections/Hearings/law/lint.schema.ts'
import { fullDay } from '../../../collections/Hearings/law/rule.schema.ts'
import { dayOf } from '../../../collections/moscow.schema.ts'
import { say, type Words } from '../words.ts'
import { sourceWords } from './findingWords.ts'
import { useFindings, type Judgement } from './useFindings.ts'

/** On top of a notice: whether it may be published today, until when, and all that the rules of law say of it. */
export const LawPanel = () => {
  const { i18n } = useTranslation()
  const judgement = useFindings()
  if (!judgement) return null
  const { allowed, findings } = judgement
  const { language } = i18n
  const stopping = blocking(findings, allowed)
  const passed = findings.filter((finding) => finding.effect === 'block' && !stopping.includes(finding))
  const warnings = findings.filter(({ effect }) => effect === 'warn')
  const hints = findings.filter(({ effect }) => effect === 'hint')
  return (
    <section
      className={`portal-law portal-law--${stopping.length > 0 ? 'block' : warnings.length > 0 ? 'warn' : 'clean'}`}
      aria-label={say(language, { ru: 'Проверка по закону', en: 'Check against the law' })}
    >
      <p className="portal-law__state" role="status">
        <strong>{say(language, stateWords(stopping.length, warnings.length))}</strong>{' '}
        {lastDayWords(judgement)}
      </p>
      <Findings findings={stopping} />
      <Group title={say(language, { ru: 'Разрешено администратором', en: 'Allowed' })} findings={passed} />
      <Group title={say(language, { ru: 'Предупреждения', en: 'Warnings' })} findings={warnings} />
      <Group title={say(language, { ru: 'Подсказки', en: 'Hints' })} findings={hints} />
    </section>
  )
}

const Group = ({ findings, title }: { findings: Finding[]; title: string }) =>
  findings.length === 0 ? null : (
    <details>
      <summary>
        {title}: {findings.length}
      </summary>
      <Findings findings={findings} />
    </details>
  )

const Findings = ({ findings }: { findings: Finding[] }) =>
  findings.length === 0 ? null : (
    <ul>
      {findings.map((finding) => (
        <li key={`${finding.rule} ${finding.field} ${finding.text}`}>
          <b>{fieldName(finding.field)}.</b> {finding.text}{' '}
          <span className="portal-breach__source">{sourceWords(finding)}</span>
        </li>
      ))}
    </ul>
  )

const stateWords = (stopping: number, warnings: number): Words => {
  if (stopping > 0)
    return { ru: `Опубликовать нельзя: ${stopping}.`, en: `Cannot be published: ${stopping}.` }
  return warnings > 0
    ? { ru: `Портал опубликует, но предупреждает: ${warnings}.`, en: `Published with warnings: ${warnings}.` }
    : { ru: 'Нарушений не видно.', en: 'No breach is seen.' }
}

/** «Последний законный день публикации — 4 декабря 2026», and what is left of it; of a published notice, when it was. */
const lastDayWords = ({ lastDay, notice }: Judgement): string => {
  const published = notice.told.notice ? `Опубликовано ${fullDay(dayOf(notice.told.notice.at))}. ` : ''
  if (!lastDay) return published.trim()
  const doubtful = dayOf(Date.now()) <= lastDay.allowed ? ` (${fullDay(lastDay.allowed)} — уже спорно)` : ''
  return `${published}Последний законный день публикации — ${fullDay(lastDay.day)}${doubtful}, правило ${lastDay.rule}.`
}
