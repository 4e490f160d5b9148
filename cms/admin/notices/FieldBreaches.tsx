'use client'

import { useTranslation } from '@payloadcms/ui'
import { say } from '../words.ts'
import { effectWords, sourceWords } from './findingWords.ts'
import { useFindings } from './useFindings.ts'

/** Under a field: what the law says of it as it stands, with the article. */
export const FieldBreaches = ({ path }: { path?: string }) => {
  const { i18n } = useTranslation()
  const judgement = useFindings()
  if (!judgement || path === undefined) return null
  const { allowed, findings } = judgement
  const here = findings.filter(
    ({ effect, field, rule }) => field === path && !(effect === 'block' && allowed.includes(rule)),
  )
  return (
    <>
      {here.map((finding) => (
        <p
          key={`${finding.rule} ${finding.text}`}
          className={`portal-breach portal-breach--${finding.effect}`}
        >
          <strong>{say(i18n.language, effectWords[finding.effect])}.</strong> {finding.text}{' '}
          <span className="portal-breach__source">{sourceWords(finding)}</span>
        </p>
      ))}
    </>
  )
}
