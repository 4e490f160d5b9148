import type { CollectionBeforeChangeHook } from 'payload'
import type { Saved } from '../hooks/saved.ts'
import { machineFields } from './fields.ts'

/**
 * A save changes none of what the machine writes, whatever route it came by: the field rules stop people, this stops code
 * that passes by them.
 */
export const keepMachineFields: CollectionBeforeChangeHook<Saved> = ({ data, operation, originalDoc }) => {
  if (operation !== 'update') return data
  return { ...data, ...Object.fromEntries(machineFields.map((name) => [name, originalDoc?.[name]])) }
}
