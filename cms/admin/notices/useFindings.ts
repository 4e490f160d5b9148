'use client'

import { useAllFormFields } from '@payloadcms/ui'
import { reduceFieldsToValues } from 'payload/shared'
import type { FormState } from 'payload'
import {
  lastLawfulDay,
  lint,
  type Finding,
  type LawSettings,
} from '../../../collections/Hearings/law/lint.schema.ts'
import { readNotice, type Notice } from '../../../collections/Hearings/law/notice.schema.ts'
import { dayOf } from '../../../collections/moscow.schema.ts'
import { useLaw } from './useLaw.ts'

export type Judgement = {
  notice: Notice
  findings: Finding[]
  lastDay: ReturnType<typeof lastLawfulDay>
  /** Rules that an administrator has allowed to break. */
  allowed: string[]
}

/** What the rules of law say of the form as it stands, today; null while no kind is chosen. */
export const useFindings = (): Judgement | null => {
  const [fields] = useAllFormFields()
  return judged(fields, useLaw())
}

/** Dozens of fields ask at every keystroke: each state of the form is judged once. */
const judged = (fields: FormState, settings: LawSettings): Judgement | null => {
  const known = judgements.get(fields)
  if (known?.settings === settings) return known.judgement
  const judgement = judge(fields, settings)
  judgements.set(fields, { settings, judgement })
  return judgement
}

const judgements = new WeakMap<FormState, { settings: LawSettings; judgement: Judgement | null }>()

const judge = (fields: FormState, settings: LawSettings): Judgement | null => {
  const notice = readNotice(reduceFieldsToValues(fields, true))
  if (!notice) return null
  const rules: unknown = fields['override.rules']?.value
  return {
    notice,
    findings: lint({ notice, settings, today: dayOf(Date.now()) }),
    lastDay: lastLawfulDay({ notice, settings }),
    allowed: Array.isArray(rules) ? rules.filter((rule) => typeof rule === 'string') : [],
  }
}
