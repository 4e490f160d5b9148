'use client'

import { useEffect, useId, useState } from 'react'
import { terms } from '../../../collections/Questions/clock.schema.ts'
import { editorsReasons, ruleOf, type Move } from '../../../collections/Questions/states.schema.ts'
import { say } from '../words.ts'

type Props = {
  move: Move
  language: string
  isBusy: boolean
  onSend: (input: Record<string, unknown>) => void
}

/** What a move needs to be told: a reason, another addressee, days, the answer. */
export const MoveForm = ({ move, language, isBusy, onSend }: Props) => {
  const [input, setInput] = useState<Record<string, unknown>>({ days: terms.extension })
  const addressees = useAddressees(move === 'forward')
  const prefix = useId()
  const { needs } = ruleOf(move)
  const set = (name: string, value: unknown) => setInput({ ...input, [name]: value })
  const text = (name: string) => (typeof input[name] === 'string' ? input[name] : '')
  const label = (name: string, ru: string, en: string) => (
    <label htmlFor={prefix + name}>{say(language, { ru, en })}</label>
  )
  const area = (name: string, rows: number) => (
    <textarea
      id={prefix + name}
      rows={rows}
      value={text(name)}
      onChange={(event) => set(name, event.target.value)}
    />
  )
  const sent = needs === 'extension' ? input : { ...input, days: undefined }
  return (
    <div className="portal-desk__form">
      {needs === 'reason' && (
        <>
          {label('reason', 'Причина: её увидят автор и все в статистике', 'Reason')}
          <select
            id={`${prefix}reason`}
            value={text('reason')}
            onChange={(event) => set('reason', event.target.value)}
          >
            <option value="">{say(language, { ru: 'Выберите', en: 'Choose' })}</option>
            {editorsReasons.map(({ value, ...words }) => (
              <option key={value} value={value}>
                {say(language, words)}
              </option>
            ))}
          </select>
        </>
      )}
      {needs === 'addressee' && (
        <>
          {label('addressee', 'Кому', 'To')}
          <select
            id={`${prefix}addressee`}
            value={text('addressee')}
            onChange={(event) => set('addressee', event.target.value)}
          >
            <option value="">{say(language, { ru: 'Выберите', en: 'Choose' })}</option>
            {addressees.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </>
      )}
      {needs === 'extension' && (
        <>
          {label('days', `На сколько дней (не больше ${terms.extension}, один раз)`, 'Days')}
          <input
            id={`${prefix}days`}
            type="number"
            min={1}
            max={terms.extension}
            value={Number(input['days'])}
            onChange={(event) => set('days', event.target.valueAsNumber)}
          />
        </>
      )}
      {(needs === 'addressee' || needs === 'extension') && (
        <>
          {label('reason', 'Почему: это увидят автор и все жители', 'Why: residents will read it')}
          {area('reason', 3)}
        </>
      )}
      {needs === 'text' && (
        <>
          {label('text', 'Ответ: его увидят все. Пустая строка начинает новый абзац', 'Answer')}
          {area('text', 10)}
        </>
      )}
      <button className="portal-desk__send" type="button" disabled={isBusy} onClick={() => onSend(sent)}>
        {isBusy
          ? say(language, { ru: 'Отправляю…', en: 'Sending…' })
          : say(language, { ru: 'Готово', en: 'Done' })}
      </button>
    </div>
  )
}

type Addressee = { id: string; title: string }

const useAddressees = (isNeeded: boolean): Addressee[] => {
  const [addressees, setAddressees] = useState<Addressee[]>([])
  useEffect(() => {
    if (!isNeeded) return
    void fetch('/api/addressees?limit=500&depth=0&sort=order')
      .then(async (response) => {
        const { docs } = (await response.json()) as { docs: Addressee[] } // Payload's list of the collection
        setAddressees(docs)
      })
      .catch(() => {}) // the list stays empty, and the server asks for an addressee
  }, [isNeeded])
  return addressees
}
