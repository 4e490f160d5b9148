/** Where a stream of a session or an event stands. The page, the banner of all pages and the admin read this table. */
export const streamStates = [
  { value: 'scheduled', ru: 'Ожидается', en: 'Scheduled' },
  { value: 'live', ru: 'Идёт', en: 'Live' },
  { value: 'ended', ru: 'Закончилась', en: 'Ended' },
  { value: 'recording', ru: 'Есть запись', en: 'Recording' },
] as const

export type StreamState = (typeof streamStates)[number]['value']

/** The moves an editor has; the second of each pair takes back a slip of the hand. */
const moves: Record<StreamState, readonly StreamState[]> = {
  scheduled: ['live'],
  live: ['ended', 'scheduled'],
  ended: ['recording', 'live'],
  recording: ['ended'],
}

export const movesFrom = (state: StreamState): readonly StreamState[] => moves[state]
export const canMove = (from: StreamState, to: StreamState): boolean => moves[from].includes(to)

/** Nothing is live for longer: whoever forgot the button does not leave a banner on every page overnight. */
export const longestHours = 12

type Timed = { state: StreamState; startedAt?: string | null | undefined }

/** When a live stream is over without a button. */
export const endsBy = ({ startedAt }: Timed): Date =>
  new Date(Date.parse(startedAt ?? '1970-01-01') + longestHours * 3_600_000)

/** The state at a moment: a live one is over after so many hours. */
export const stateBy = (stream: Timed, reached: (moment: Date) => boolean): StreamState =>
  stream.state === 'live' && reached(endsBy(stream)) ? 'ended' : stream.state

/** GET: what is live now, for the banner; good for seconds. */
export const livePath = '/api/live'

export type LiveNow = { live: { title: string; href: string }[] }

/** «1:02:30» or «2:30» in seconds; null when it is no time. */
export const secondsOf = (time: string): number | null => {
  const [, hours = '0', minutes, seconds] = /^(?:(\d{1,2}):)?([0-5]?\d):([0-5]\d)$/.exec(time.trim()) ?? []
  if (minutes === undefined || seconds === undefined) return null
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
}
