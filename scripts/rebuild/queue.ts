import { openDurableJson } from './durable-json.ts'

export type Change = { collection: string; id: string }
export type PublishRequest = { revision: number; changes: Change[] }
export type FailedDocument = Change & { title: string }
/** A document whose newest version breaks a page: the site keeps the one before. */
export type HeldDocument = FailedDocument & { error: string }

/** One publish, for the page of administrators. */
export type PublishRecord = {
  revision: number
  state: 'live' | 'failed'
  reason: Wanted['reason']
  at: string
  durationMs: number
  /** Of a live one: which publish of which release it was (none when no file differed), and what it took. */
  generation?: number
  release?: string
  rendered?: number
  written?: number
  removed?: number
  readMs?: number
  renderMs?: number
  switchMs?: number
  error?: string
}

/** What POST {CMS_URL}/api/publications/result carries. */
export type BuildResult = {
  revision: number
  state: 'building' | 'live' | 'failed'
  at: string
  durationMs?: number
  error?: string
  document?: FailedDocument
  /** All documents that are held back now. */
  held?: HeldDocument[]
}

/** Why the site is to be built, and how often that has been tried in vain. */
export type Wanted = {
  revision: number
  reason: 'publish' | 'first' | 'code' | 'content' | 'time' | 'rollback'
  attempts: number
}

export type QueueState = {
  acceptedRevision: number
  liveRevision: number
  liveAt: string | null
  wanted: Wanted | null
  /** The last hundred, oldest first. */
  publishes: PublishRecord[]
  held: HeldDocument[]
  /** Results the CMS has not confirmed yet, oldest first. */
  outbox: BuildResult[]
}

export type Queue = Awaited<ReturnType<typeof openQueue>>

const keptPublishes = 100

/** The durable queue of the rebuild service: every reply that says «accepted» is on disk before it is sent. */
export const openQueue = async (path: string) => {
  const store = await openDurableJson<QueueState>(path, {
    acceptedRevision: 0,
    liveRevision: 0,
    liveAt: null,
    wanted: null,
    publishes: [],
    held: [],
    outbox: [],
  })
  const change = (pure: (state: QueueState) => QueueState) =>
    store.update((state) => ({ next: pure(state), result: undefined }))

  return {
    read: store.read,
    /** False: this revision or a newer one was accepted before (a replay, or two that overtook each other). */
    accept: (request: PublishRequest) => store.update((state) => accept(state, request)),
    want: (reason: Wanted['reason']) => change((state) => want(state, reason)),
    /** Progress, for the CMS. */
    announce: (build: { revision: number; at: string }) =>
      change((state) => ({
        ...state,
        outbox: enqueue(state.outbox, { revision: build.revision, state: 'building', at: build.at }),
      })),
    finish: (end: PublishEnd) => change((state) => finish(state, end)),
    /** The database went back (a restore, a new one): its revision counts from now on. */
    resetTo: (revision: number) =>
      change((state) => ({ ...state, acceptedRevision: revision, liveRevision: revision, wanted: null })),
    setLive: (live: { revision: number; at: string }) =>
      change((state) => ({ ...state, liveRevision: live.revision, liveAt: live.at })),
    dropWanted: () => change((state) => (state.wanted ? { ...state, wanted: null } : state)),
    confirmResult: (sent: BuildResult) =>
      change((state) => ({ ...state, outbox: state.outbox.filter((result) => result.at !== sent.at) })),
  }
}

export type PublishEnd = {
  at: string
  durationMs: number
  reason: Wanted['reason']
  outcome:
    | ({ state: 'live'; revision: number; held: HeldDocument[] } & Pick<
        PublishRecord,
        'generation' | 'release' | 'rendered' | 'written' | 'removed' | 'readMs' | 'renderMs' | 'switchMs'
      >)
    /** `isRetried`: the cause lies outside the content (disk, network, time), so the same may work later. */
    | { state: 'failed'; revision: number; error: string; isRetried: boolean }
}

export const accept = (
  state: QueueState,
  request: PublishRequest,
): { next: QueueState; result: { isAccepted: boolean; latestRevision: number } } => {
  if (request.revision <= state.acceptedRevision) {
    return { next: state, result: { isAccepted: false, latestRevision: state.acceptedRevision } }
  }
  return {
    next: {
      ...state,
      acceptedRevision: request.revision,
      wanted: { revision: request.revision, reason: 'publish', attempts: 0 },
    },
    result: { isAccepted: true, latestRevision: request.revision },
  }
}

export const want = (state: QueueState, reason: Wanted['reason']): QueueState => ({
  ...state,
  wanted: state.wanted ?? { revision: state.acceptedRevision, reason, attempts: 0 },
})

export const finish = (state: QueueState, { at, durationMs, reason, outcome }: PublishEnd): QueueState => {
  const { revision } = outcome
  const isLive = outcome.state === 'live'
  const { state: how, ...facts } = outcome
  const { held: _, isRetried: __, ...shown } = { held: [], isRetried: false, ...facts }
  const held = isLive ? outcome.held : state.held
  const record: PublishRecord = { ...shown, state: how, reason, at, durationMs }
  const result: BuildResult = {
    revision,
    state: how,
    at,
    durationMs,
    ...(isLive ? { held } : { error: outcome.error }),
  }
  return {
    ...state,
    publishes: [...state.publishes, record].slice(-keptPublishes),
    held,
    ...(isLive ? { liveRevision: revision, liveAt: at } : {}),
    // What was read from the CMS may be newer than what had been asked for.
    acceptedRevision: Math.max(state.acceptedRevision, isLive ? revision : 0),
    wanted: wantedAfter(state.wanted, revision, outcome),
    outbox: enqueue(state.outbox, result),
  }
}

const wantedAfter = (
  wanted: Wanted | null,
  revision: number,
  outcome: PublishEnd['outcome'],
): Wanted | null => {
  if (!wanted || wanted.revision > revision) return wanted
  if (outcome.state === 'failed' && outcome.isRetried) return { ...wanted, attempts: wanted.attempts + 1 }
  return null
}

/** «Building» is progress: the CMS needs only the newest, and none once a result follows. */
const enqueue = (outbox: BuildResult[], result: BuildResult): BuildResult[] => [
  ...outbox.filter((waiting) => waiting.state !== 'building'),
  result,
]
