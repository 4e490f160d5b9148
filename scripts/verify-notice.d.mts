/** Everything that is wrong with manifests, the first day first. */
export function faultsOf(manifests: unknown[]): string[]
