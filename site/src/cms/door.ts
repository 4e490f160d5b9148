import { AsyncLocalStorage } from 'node:async_hooks'
import { siteEnvironment } from './environment.ts'
import { fingerprint } from './fingerprint.ts'
import { applied, emptySnapshot, identityOf, type Change, type Identity, type Snapshot } from './snapshot.ts'
import { readContent, type Batch } from './source.ts'
import { createWitness, type Witness } from './witness.ts'

/** What a query sees: the content and the moment. Nothing else can influence a page. */
export interface View {
  readonly snapshot: Snapshot
  readonly now: Date
}

/** One dependency of a page: the version of the query's result, and the same query asked of another view. */
export interface Read {
  rev: string
  again(view: View): string
}

/** Reads by key, e.g. `doc:news/12`, `list:newsPage/3`, `global:settings`, `clock:day`. */
export type Reads = ReadonlyMap<string, Read>

/** Loads the content once; later calls wait for the same loading. Whoever renders calls it first. */
export function openDoor(): Promise<Snapshot> {
  opening ??= readContent(siteEnvironment()).then(install)
  opening.catch(() => (opening = null))
  return opening
}

/** What listings of paths list: the content in scope, so that a preview knows the path of its draft. */
export async function contentInScope(): Promise<Snapshot> {
  await openDoor()
  return currentView().snapshot
}

/** Makes a full reading of the content stream the current snapshot. */
export function install(batch: Batch): Snapshot {
  current = applied(emptySnapshot, batch.changes, batch.revision)
  opening = Promise.resolve(current)
  return current
}

/** The next snapshot with the changes; it becomes the current one only through `use`. */
export function apply(batch: Pick<Batch, 'changes' | 'revision'>, base = requireCurrent()): Snapshot {
  return applied(base, batch.changes, batch.revision)
}

/** Switches every later render to this snapshot. */
export function use(snapshot: Snapshot) {
  current = snapshot
  opening = Promise.resolve(snapshot)
}

export function currentSnapshot(): Snapshot {
  return requireCurrent()
}

/** Runs `render` with drafts laid over the current content. Nobody else sees them. */
export function withOverlay<T>(changes: readonly Change[], render: () => T): T {
  const view = currentView()
  return scopes.run({ ...view, snapshot: applied(view.snapshot, changes, view.snapshot.revision) }, render)
}

/** Runs `render` at a given moment or over a given snapshot instead of the current ones. */
export function withView<T>(view: Partial<View>, render: () => T): T {
  return scopes.run({ ...currentView(), ...view }, render)
}

/**
 * Runs `render` and records what it read. Everything that renders must finish inside (read the response's body there),
 * or reads are lost.
 */
export async function track<T>(render: () => Promise<T>): Promise<{ value: T; reads: Reads }> {
  const reads = new Map<string, Read>()
  const value = await scopes.run({ ...currentView(), reads }, render)
  return { value, reads }
}

/** Runs `render` and tells which document it touched last: the culprit, when it throws. */
export async function witness(
  render: () => Promise<unknown>,
): Promise<(Identity & { title: string }) | null> {
  const testimony = createWitness()
  await scopes.run({ ...currentView(), witness: testimony }, render).catch(() => undefined)
  const doc = testimony.last()
  const identity = doc && identityOf(doc)
  return doc && identity ? { ...identity, title: 'title' in doc ? String(doc.title) : '' } : null
}

/** Now, or the fixed moment of the environment: the one place of the site that asks the clock. */
export function moment(): Date {
  return siteEnvironment().now ?? new Date()
}

/** The keys whose result differs in the given view: pages that read none of them need no new render. */
export function changedKeys(reads: Reads, view: View): string[] {
  return [...reads].filter(([, read]) => read.again(view) !== read.rev).map(([key]) => key)
}

export type QueryArgument = string | number

/**
 * Makes a query: a pure function of the view and plain arguments. Each call notes its key with the version of its
 * result, so that a page depends on what it was told and not on how the answer was found.
 */
export function query<Args extends QueryArgument[], Value>(
  name: string,
  run: (view: View, ...args: Args) => Value,
): (...args: Args) => Value {
  return (...args) => {
    const scope: Scope = scopes.getStore() ?? currentView()
    const value = run(scope, ...args)
    const key = [name, ...args.map((arg) => encodeURI(String(arg)))].join('/')
    scope.reads?.set(key, { rev: fingerprint(value), again: (view) => fingerprint(run(view, ...args)) })
    return scope.witness ? scope.witness.watch(value) : value
  }
}

interface Scope extends View {
  reads?: Map<string, Read>
  witness?: Witness
}

const scopes = new AsyncLocalStorage<Scope>()
let current: Snapshot | null = null
let opening: Promise<Snapshot> | null = null

function currentView(): Scope {
  return scopes.getStore() ?? { snapshot: requireCurrent(), now: moment() }
}

function requireCurrent(): Snapshot {
  if (!current) throw new Error('Содержимое ещё не загружено: сначала openDoor()')
  return current
}
