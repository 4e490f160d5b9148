/** Everything that is wrong with a published list of ballots. */
export function faultsOf(list: unknown): string[]
