import type { Condition } from 'payload'
import type { HearingKind } from '../hearingKinds.schema.ts'

/** Shows a field for some kinds of notices only. */
export const isOf =
  (...kinds: HearingKind[]): Condition =>
  (data) =>
    kinds.some((kind) => kind === data['kind'])
