'use client'

import { useEffect, useState } from 'react'
import { lawSettings, type LawSettings } from '../../../collections/Hearings/law/lint.schema.ts'

/** Confirmed rules and calendar, read once per page of the admin; the law's own until they have come. */
export const useLaw = (): LawSettings => {
  const [settings, setSettings] = useState(unread)
  useEffect(() => {
    let isHere = true
    asked ??= read()
    void asked.then((found) => {
      if (isHere) setSettings(found)
    })
    return () => {
      isHere = false
    }
  }, [])
  return settings
}

const unread = lawSettings(null, null)

let asked: Promise<LawSettings> | undefined

const read = async (): Promise<LawSettings> => {
  const [law, calendar] = await Promise.all([globalOf('law'), globalOf('calendar')])
  return lawSettings(law, calendar)
}

/** Null when it cannot be read: the server decides in the end, by the same rules. */
const globalOf = async (slug: string): Promise<object | null> => {
  try {
    const response = await fetch(`/api/globals/${slug}?depth=0`, { credentials: 'same-origin' })
    const body: unknown = response.ok ? await response.json() : null
    return typeof body === 'object' ? body : null
  } catch {
    return null
  }
}
