'use client'

import { useTranslation } from '@payloadcms/ui'
import { useEffect, useState, type ReactNode } from 'react'
import { say } from './words.ts'

type Health = 'ok' | 'down' | 'back'

/** Says on every admin page that the database is away, that the text is safe, and when it may be saved again. */
export const OutageNotice = ({ children }: { children: ReactNode }) => {
  const health = useHealth()
  const { i18n } = useTranslation()
  return (
    <>
      <div className="portal-outage" data-health={health} role="status">
        {health === 'ok' ? null : say(i18n.language, texts[health])}
      </div>
      {children}
    </>
  )
}

const texts = {
  down: {
    ru: 'База данных не отвечает. Не закрывайте страницу: текст остаётся в форме, сохранить его можно будет позже.',
    en: 'The database does not answer. Keep this page open: your text stays in the form and can be saved later.',
  },
  back: {
    ru: 'База данных снова отвечает. Сохраните изменения.',
    en: 'The database answers again. Save your changes.',
  },
}

const useHealth = () => {
  const [health, setHealth] = useState<Health>('ok')
  useEffect(() => {
    const look = async () => {
      if (document.hidden) return
      const isUp = await isDatabaseUp()
      setHealth((before) => (isUp ? (before === 'down' ? 'back' : before) : 'down'))
    }
    // With the server's own patience (cms.ts) the editor knows of an outage within ten seconds.
    const timer = setInterval(() => void look(), 3000)
    // Whoever comes back to this tab knows at once.
    const onVisible = () => void look()
    document.addEventListener('visibilitychange', onVisible)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', onVisible)
    }
  }, [])
  useEffect(() => {
    if (health !== 'back') return
    const timer = setTimeout(() => setHealth('ok'), 20_000)
    return () => clearTimeout(timer)
  }, [health])
  return health
}

const isDatabaseUp = async () => {
  try {
    const health: unknown = await (await fetch('/healthz', { cache: 'no-store' })).json()
    return typeof health === 'object' && health !== null && 'database' in health && health.database === 'up'
  } catch {
    return false // the server itself is away: to the editor that is the same
  }
}
