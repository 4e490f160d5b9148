import { openDurableJson } from './durable-json.ts'

export type Change = { collection: string; id: string }
export type PublishRequest = { revision: number; changes: Change[] }
export type FailedDocument = Change & { title: string }

export type BuildRecord = {
  revision: number
  state: 'building' | 'live' | 'failed'
  startedAt: string
  finishedAt?: string
  durationMs?: number
  error?: string
  document?: FailedDocument
}

/** What POST {CMS_URL}/api/publications/result carries. */
export type BuildResult = {
  revision: number
  state: 'building' | 'live' | 'failed'
  at: string
  durationMs?: number
  error?: string
  document?: FailedDocument
}

/** Why the site is to be built, and how often that has been tried in vain. */
export type Wanted = {
  revision: number
  reason: 'publish' | 'first' | 'code' | 'content' | 'time'
  attempts: number
}

export type QueueState = {
  acceptedRevision: number
  liveRevision: number
  liveAt: string | null
  wanted: Wanted | null
  builds: BuildRecord[]
  /** Results the CMS has not confirmed yet, oldest first. */
  outbox: BuildResult[]
}

export type Queue = Awaited<ReturnType<typeof openQueue>>

const keptBuilds = 100

/** The durable queue of the rebuild service: every reply that says «accepted» is on disk before it is sent. */
export const openQueue = async (path: string) => {
  const store = await openDurableJson<QueueState>(path, {
    acceptedRevision: 0,
    liveRevision: 0,
    liveAt: null,
    wanted: null,
    builds: [],
    outbox: [],
  })
  const change = (pure: (state: QueueState) => QueueState) =>
    store.update((state) => ({ next: pure(state), result: undefined }))

  return {
    read: store.read,
    /** False: this revision or a newer one was accepted before (a replay, or two that overtook each other). */
    accept: (request: PublishRequest) => store.update((state) => accept(state, request)),
    want: (reason: Wanted['reason']) => change((state) => want(state, reason)),
    start: (build: { revision: number; at: string }) => change((state) => startBuild(state, build)),
    finish: (end: BuildEnd) => change((state) => finishBuild(state, end)),
    /** For builds that a crash cut off: what was wanted stays wanted. */
    recover: (at: string) => change((state) => recover(state, at)),
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

export type BuildEnd = {
  at: string
  durationMs: number
  outcome:
    | { state: 'live'; revision: number }
    /** `isRetried`: the cause lies outside the content (disk, network, time), so the same may work later. */
    | { state: 'failed'; error: string; document?: FailedDocument; isRetried: boolean }
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

export const startBuild = (state: QueueState, build: { revision: number; at: string }): QueueState => {
  const record: BuildRecord = { revision: build.revision, state: 'building', startedAt: build.at }
  return {
    ...state,
    builds: [...recover(state, build.at).builds, record].slice(-keptBuilds),
    outbox: enqueue(state.outbox, { revision: build.revision, state: 'building', at: build.at }),
  }
}

export const finishBuild = (state: QueueState, { at, durationMs, outcome }: BuildEnd): QueueState => {
  const running = state.builds.findLast((build) => build.state === 'building')
  const revision = outcome.state === 'live' ? outcome.revision : (running?.revision ?? state.acceptedRevision)
  const failure = outcome.state === 'failed' ? { error: outcome.error, document: outcome.document } : {}
  const builds = state.builds.map((build) =>
    build === running
      ? { ...build, revision, state: outcome.state, finishedAt: at, durationMs, ...failure }
      : build,
  )
  return {
    ...state,
    builds,
    ...(outcome.state === 'live' ? { liveRevision: revision, liveAt: at } : {}),
    // A snapshot is read when the build starts: what was accepted later needs a build of its own.
    acceptedRevision: Math.max(state.acceptedRevision, outcome.state === 'live' ? revision : 0),
    wanted: wantedAfter(state.wanted, revision, outcome),
    outbox: enqueue(state.outbox, { revision, state: outcome.state, at, durationMs, ...failure }),
  }
}

export const recover = (state: QueueState, at: string): QueueState => ({
  ...state,
  builds: state.builds.map((build) =>
    build.state === 'building'
      ? {
          ...build,
          state: 'failed',
          finishedAt: at,
          error: 'Сборку прервала остановка службы; она начата заново.',
        }
      : build,
  ),
})

const wantedAfter = (
  wanted: Wanted | null,
  revision: number,
  outcome: BuildEnd['outcome'],
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
