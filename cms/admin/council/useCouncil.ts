'use client'

import { useEffect, useState } from 'react'
import { isInOffice } from '../../../collections/Sessions/roll.schema.ts'
import type { Deputy } from '../../../collections/payload-types.ts'

export interface Member {
  id: string
  name: string
}

export type Council = { state: 'loading' } | { state: 'failed' } | { state: 'ready'; deputies: Deputy[] }

/** All deputies, those who left included: the day of the sitting tells who sat. */
export const useCouncil = (): Council => {
  const [council, setCouncil] = useState<Council>({ state: 'loading' })
  useEffect(() => {
    const leaving = new AbortController()
    readDeputies(leaving.signal)
      .then((deputies) => setCouncil({ state: 'ready', deputies }))
      .catch(() => {
        if (!leaving.signal.aborted) setCouncil({ state: 'failed' })
      })
    return () => leaving.abort()
  }, [])
  return council
}

/** Who was in office on the day, by name; and whoever is in the roll anyway, so that no vote is out of sight. */
export const membersOf = (deputies: Deputy[], day: string | null, known: ReadonlySet<string>): Member[] =>
  deputies
    .filter((deputy) => known.has(deputy.id) || (day !== null && isInOffice(deputy, day)))
    .map(({ id, firstName, lastName, middleName }) => ({
      id,
      name: [lastName, firstName, middleName].filter(Boolean).join(' '),
    }))

const readDeputies = async (signal: AbortSignal): Promise<Deputy[]> => {
  const reply = await fetch('/api/deputies?limit=500&depth=0&sort=lastName', {
    credentials: 'same-origin',
    signal,
  })
  if (!reply.ok) throw new Error(`Deputies: ${reply.status}`)
  // Payload's list of the collection.
  return ((await reply.json()) as { docs: Deputy[] }).docs
}
