import type { Access } from 'payload'
import { isEditor } from '../access/roles.ts'
import { publicStates } from './states.schema.ts'

/** Editors read every question; everybody else those that are registered or declined, without private fields. */
export const publicOrEditor: Access = ({ req }) => isEditor(req) || { state: { in: publicStates } }
