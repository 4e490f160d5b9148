import { AsyncLocalStorage } from 'node:async_hooks'
import { clockOf, contentOf, noSources, type Clock, type Content } from './content.ts'
import { siteEnvironment } from './environment.ts'
import { fingerprint } from './fingerprint.ts'
import { applied, emptySnapshot, identityOf, type Change, type Identity, type Snapshot } from './snapshot.ts'
import { readContent, type Batch } from './source.ts'
import { createWitness, type Witness } from './witness.ts'

/** The content at one moment, with the answers that queries have given of it: each is worked out once. */
export interface View {
  readonly snapshot: Snapshot
  readonly now: Date
  readonly answers: Map<string, Answer>
}

/**
 * What is kept of an answer to a query: a page needs a new render only when one of its answers has another `rev`. Plain
 * data, so that threads can pass it on.
 */
export interface Reading {
  readonly key: string
  readonly query: string
  readonly args: readonly QueryArgument[]
  /** The version of the answer. */
  readonly rev: string
  /** What it was read from, see content.ts: only when one of these changes can the answer differ. */
  readonly sources: ReadonlySet<string>
  /** Until when it holds by the clock, in ms since 1970. */
  readonly until: number
}

interface Answer {
  readonly value: unknown
  readonly reading: Reading
}

/** What a page read, by key, e.g. `doc:news/12`, `list:newsPage/3`, `global:settings`, `clock:day`. */
export type Reads = ReadonlyMap<string, Reading>

export function viewOf(snapshot: Snapshot, now: Date = moment()): View {
  return { snapshot, now, answers: new Map() }
}

/** Loads the content once; later calls wait for the same loading. Whoever renders calls it first. */
export function openDoor(): Promise<Snapshot> {
  opening ??= readContent(siteEnvironment()).then(install)
  opening.catch(() => (opening = null))
  return opening
}

/** Makes a full reading of the content stream the current snapshot. */
export function install(batch: Pick<Batch, 'changes' | 'revision'>): Snapshot {
  return use(applied(emptySnapshot, batch.changes, batch.revision))
}

/** The next snapshot with the changes; it becomes the current one only through `use`. */
export function apply(batch: Pick<Batch, 'changes' | 'revision'>, base = currentSnapshot()): Snapshot {
  return applied(base, batch.changes, batch.revision)
}

/** Switches every later render to this snapshot. */
export function use(snapshot: Snapshot): Snapshot {
  current = snapshot
  opening = Promise.resolve(snapshot)
  return snapshot
}

export function currentSnapshot(): Snapshot {
  if (!current) throw new Error('Содержимое ещё не загружено: сначала openDoor()')
  return current
}

/** Runs `render` with drafts laid over the current content. Nobody else sees them. */
export function withOverlay<T>(changes: readonly Change[], render: () => T): T {
  const { snapshot, now } = currentScope().view
  return withView(viewOf(applied(snapshot, changes, snapshot.revision), now), render)
}

/** Runs `render` over a given view instead of the current content and time. */
export function withView<T>(view: View, render: () => T): T {
  return scopes.run({ view }, render)
}

/** The view of the render that is running, for those who list paths (listing.ts). */
export async function viewInScope(): Promise<View> {
  const scope = scopes.getStore()
  if (scope) return scope.view
  return viewOf(await openDoor())
}

/**
 * Runs `render` and records what it read. Everything that renders must finish inside (read the response's body there),
 * or reads are lost.
 */
export async function track<T>(render: () => Promise<T>): Promise<{ value: T; reads: Reads }> {
  const reads = new Map<string, Reading>()
  const value = await scopes.run({ view: currentScope().view, reads }, render)
  return { value, reads }
}

/** Asks the question of a reading of another view. */
export function askAgain({ query: name, key, args }: Reading, view: View): Reading {
  const ask = queries.get(name)
  if (!ask) throw new Error(`Запроса «${name}» нет`)
  return ask(view, key, args).reading
}

/** Runs `render` and tells which document it touched last: the culprit, when it throws. */
export async function witness(
  render: () => Promise<unknown>,
): Promise<(Identity & { title: string }) | null> {
  const testimony = createWitness()
  await scopes.run({ view: currentScope().view, witness: testimony }, render).catch(() => undefined)
  const doc = testimony.last()
  const identity = doc && identityOf(doc)
  return doc && identity ? { ...identity, title: 'title' in doc ? String(doc.title) : '' } : null
}

/** Now, or the fixed moment of the environment: the one place of the site that asks the clock. */
export function moment(): Date {
  return siteEnvironment().now ?? new Date()
}

type QueryArgument = string | number

/** What a query is given. Nothing else can influence a page. */
export interface Asked {
  content: Content
  clock: Clock
}

/**
 * Makes a query: a pure function of the content, the clock and plain arguments. Each call notes its answer, so that a
 * page depends on what it was told and not on how that was found.
 */
export function query<Args extends QueryArgument[], Value>(
  name: string,
  run: (asked: Asked, ...args: Args) => Value,
): (...args: Args) => Value {
  const ask = (view: View, key: string, args: Args): Answer => {
    const known = view.answers.get(key)
    if (known) return known
    const sources = noSources()
    const value = run(
      { content: contentOf(view.snapshot, sources), clock: clockOf(view.now, sources) },
      ...args,
    )
    const { names, until } = sources
    const reading = { key, query: name, args, rev: fingerprint(value), sources: names, until }
    const answer = { value, reading }
    view.answers.set(key, answer)
    return answer
  }
  // A reading comes back to the query that made it, with its own arguments.
  queries.set(name, ask as Ask)
  return (...args) => {
    const { view, reads, witness: testimony } = currentScope()
    const { value, reading } = ask(view, [name, ...args.map((arg) => encodeURI(String(arg)))].join('/'), args)
    reads?.set(reading.key, reading)
    // `run` made it, under this very name.
    const told = value as Value
    return testimony ? testimony.watch(told) : told
  }
}

type Ask = (view: View, key: string, args: readonly QueryArgument[]) => Answer

interface Scope {
  view: View
  reads?: Map<string, Reading>
  witness?: Witness
}

const scopes = new AsyncLocalStorage<Scope>()
const queries = new Map<string, Ask>()
let current: Snapshot | null = null
let opening: Promise<Snapshot> | null = null

function currentScope(): Scope {
  return scopes.getStore() ?? { view: viewOf(currentSnapshot()) }
}
