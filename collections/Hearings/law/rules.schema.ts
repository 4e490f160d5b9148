import { municipalRules } from './municipal.schema.ts'
import { ownersRules } from './owners.schema.ts'
import { planningRules } from './planning.schema.ts'
import { portalRules } from './portal.schema.ts'
import type { Rule } from './rule.schema.ts'

/** The one table of rules. Sources, marks and doubts: the notes on law of 23.11.2026. */
export const rules: readonly Rule[] = [...planningRules, ...municipalRules, ...ownersRules, ...portalRules]
