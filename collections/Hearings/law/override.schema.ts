/** How long, in characters, the reason of an exception is at least: residents read it. */
export const reasonLength = 20

export type Override = { reason: string | null; rules: string[]; at: string | null }

/**
 * What an administrator's exception allows after a save: the rules that stop the notice now, and those it allowed before,
 * as long as there is a reason that says something.
 */
export const overrideOf = (
  reason: string | null,
  { known, stopping, now }: { known: Override | null; stopping: string[]; now: string },
): Override => {
  if (!reason || reason.trim().length < reasonLength) return { reason, rules: [], at: null }
  const rules = [...new Set([...(known?.rules ?? []), ...stopping])].sort()
  const isKnown = known?.reason === reason && known.rules.length === rules.length
  return { reason, rules, at: isKnown ? known.at : now }
}
