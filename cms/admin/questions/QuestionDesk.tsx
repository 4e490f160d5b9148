'use client'

import { toast, useAuth, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import {
  movesOf,
  ruleOf,
  stateName,
  states,
  type Actor,
  type Move,
  type QuestionState,
} from '../../../collections/Questions/states.schema.ts'
import { say } from '../words.ts'
import { dueWords } from './dueWords.ts'
import { MoveForm } from './MoveForm.tsx'
import { moveWords } from './moveWords.ts'
import { sendMove } from './sendMove.ts'

/** On top of a question: where it stands, what is due, and the buttons of the moves that are open to the reader. */
export const QuestionDesk = () => {
  const { id, data } = useDocumentInfo()
  const { user } = useAuth()
  const { i18n } = useTranslation()
  const [chosen, setChosen] = useState<Move | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const { language } = i18n
  const state = stateOf(data?.['state'])
  if (!state || id === undefined) return null
  const open = movesOf(state, actorsOf(user?.['role']))

  const perform = async (move: Move, input: Record<string, unknown> = {}) => {
    setIsBusy(true)
    const error = await sendMove(String(id), { move, ...input }, language)
    setIsBusy(false)
    if (error) return void toast.error(error)
    // Everything on the page may differ now.
    window.location.reload()
  }

  return (
    <section className="portal-desk" aria-label={say(language, { ru: 'Что сделать', en: 'What to do' })}>
      <p>
        <strong>{stateName(state)}</strong> {dueWords({ ...data }, new Date(), language)}
      </p>
      {open.length === 0 && (
        <p className="portal-hint">
          {say(language, { ru: 'Делать ничего не нужно.', en: 'Nothing is to be done.' })}
        </p>
      )}
      <div className="portal-desk__moves">
        {open.map((move) => (
          <button
            key={move}
            className="portal-preview"
            type="button"
            disabled={isBusy}
            aria-expanded={ruleOf(move).needs ? chosen === move : undefined}
            onClick={() =>
              ruleOf(move).needs ? setChosen(chosen === move ? null : move) : void perform(move)
            }
          >
            {say(language, moveWords[move])}
          </button>
        ))}
      </div>
      {chosen && open.includes(chosen) && (
        <MoveForm
          key={chosen}
          move={chosen}
          language={language}
          isBusy={isBusy}
          onSend={(input) => void perform(chosen, input)}
        />
      )}
    </section>
  )
}

const actorsOf = (role: unknown): Actor[] => {
  if (role === 'admin' || role === 'editor') return ['editor']
  return role === 'respondent' ? ['respondent'] : []
}

const stateOf = (value: unknown): QuestionState | null =>
  states.find((state) => state.value === value)?.value ?? null
