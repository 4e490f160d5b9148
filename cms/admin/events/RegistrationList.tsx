'use client'

import { useAuth, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { dayYearWords } from '../../../collections/moscow.schema.ts'
import { say } from '../words.ts'

type DateCount = { day: string; seats: number; waiting: number }

/** On top of an event, for editors: how many have registered for each date, with the list for the door. */
export const RegistrationList = () => {
  const { id } = useDocumentInfo()
  const { user } = useAuth()
  const { i18n } = useTranslation()
  const [dates, setDates] = useState<DateCount[]>([])
  const isEditor = user?.role === 'admin' || user?.role === 'editor'

  useEffect(() => {
    if (id === undefined || !isEditor) return
    void fetch(`/api/registrations/dates?event=${id}`, { credentials: 'include' })
      .then((response) => (response.ok ? response.json() : []))
      .then(setDates)
      .catch(() => {}) // no connection: Payload says so itself
  }, [id, isEditor])

  if (dates.length === 0) return null
  const { language } = i18n
  return (
    <section className="portal-law" aria-label={say(language, { ru: 'Кто записался', en: 'Registrations' })}>
      {dates.map(({ day, seats, waiting }) => (
        <p key={day} className="portal-law__state">
          <strong>
            {say(language, { ru: `Записались: ${seats}`, en: `Registered: ${seats}` })}
            {day && `, ${dayYearWords(`${day}T09:00:00Z`)}`}
          </strong>
          {waiting > 0 && say(language, { ru: `, ждут места: ${waiting}`, en: `, waiting: ${waiting}` })}{' '}
          <a href={`/api/registrations/csv?event=${id}&day=${day}`}>
            {say(language, { ru: 'Список (CSV)', en: 'List (CSV)' })}
          </a>
        </p>
      ))}
    </section>
  )
}
