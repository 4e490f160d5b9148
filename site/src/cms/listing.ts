import { contentOf, noSources, type Content } from './content.ts'
import type { Difference } from './changedSources.ts'
import { viewInScope, type View } from './door.ts'
import { AsyncLocalStorage } from 'node:async_hooks'

export type Params = Record<string, string>

/**
 * How much of a listing is wanted. Astro asks a route for its paths before it renders one of them, and a publish must
 * not list the whole site for that:
 * - `these`: the pages that will be rendered are known, the route is told so;
 * - `new`: only paths that exist in the view and did not in `before`.
 */
export type Narrowing =
  { kind: 'these'; params: readonly Params[] } | { kind: 'new'; before: View; difference: Difference }

/** Runs `list` with listings narrowed. */
export function withNarrowing<T>(narrowing: Narrowing, list: () => T): T {
  return narrowings.run(narrowing, list)
}

const narrowings = new AsyncLocalStorage<Narrowing>()

/**
 * Makes the `getStaticPaths` of a route from a function that tells its params. Every param of the route must be in
 * `names`.
 */
export function listing<Name extends string>(
  names: readonly Name[],
  list: (content: Content) => Record<Name, string>[],
): () => Promise<{ params: Record<Name, string> }[]> {
  return async () => {
    const narrowing = narrowings.getStore()
    // Params with these very names, so records of Name.
    if (narrowing?.kind === 'these')
      return narrowing.params
        .filter(hasOnly(names))
        .map((params) => ({ params: params as Record<Name, string> }))
    const view = await viewInScope()
    if (narrowing?.kind !== 'new')
      return list(contentOf(view.snapshot, noSources())).map((params) => ({ params }))
    const { before, difference } = narrowing
    const changed = (of: View) => list(contentOf(of.snapshot, noSources(), difference.values))
    const known = new Set(changed(before).map((params) => keyOf(names, params)))
    return changed(view).flatMap((params) => (known.has(keyOf(names, params)) ? [] : { params }))
  }
}

const hasOnly = (names: readonly string[]) => (params: Params) =>
  Object.keys(params).length === names.length && names.every((name) => name in params)

const keyOf = (names: readonly string[], params: Params) => names.map((name) => params[name]).join('/')
