// The resident process: holds the compiled site and its content in memory, and publishes. Started by client.ts with its
// options as JSON; takes one call after the other over IPC, previews at any time.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { isDiskFull } from '../disk-full.ts'
import { PublishError } from './isolate.ts'
import { createLiveSite, type LiveSite } from './live-site.ts'
import type { Answers, Call, Reply, Request, ResidentOptions } from './messages.ts'
import { openBundle } from './open-bundle.ts'

process.channel?.ref() // exit-with-parent.ts lets go of it; this process waits for calls
process.on('message', (request: Request) => {
  void reply(request).then((answer) => process.send?.(answer))
})

// Given by client.ts.
const options = JSON.parse(process.argv[2] ?? '{}') as ResidentOptions
const live = openBundle(options.appDir).then((bundle) => createLiveSite(bundle, options))
live.catch(() => {}) // every call sees it
let last: Promise<unknown> = Promise.resolve()

const reply = async ({ id, call }: Request): Promise<Reply> => {
  try {
    return { id, state: 'done', answer: await answer(call, await live) }
  } catch (error) {
    return { id, state: 'failed', error: messageOf(error), kind: kindOf(error) }
  }
}

const answer = (call: Call, site: LiveSite): Promise<Answers[Call['name']]> => {
  // Each render sees a state of its own: drafts need not wait for a publish.
  if (call.name === 'render') return site.render(call.path, call.overlay as never).then((html) => ({ html }))
  if (call.name === 'settled') return site.settled().then(() => ({}))
  const turn = last.then((): Promise<Answers[Call['name']]> => {
    if (call.name === 'open') return site.open(call).finally(collectGarbage)
    if (call.name === 'rollback') return site.rollback({ before: call.generation })
    return site.publish({ reads: call.name === 'publish' })
  })
  last = turn.catch(() => {})
  return turn
}

/** What a full rendering leaves behind is several times what a publish needs; the engine would let it lie. */
const collectGarbage = () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as (options: object) => void // the engine's own
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}

const kindOf = (error: unknown): Extract<Reply, { state: 'failed' }>['kind'] => {
  if (isDiskFull(error)) return 'disk'
  if (error instanceof PublishError) return 'content'
  // The bundle has its own copy of the class (site/src/cms/source.ts).
  return error instanceof Error && error.name === 'SourceError' ? 'cms' : 'other'
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
