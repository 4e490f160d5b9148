import type { Env } from '../env.ts'
import type { Cms } from './cms.ts'
import { sendPlainPage } from './plainPages.ts'
import type { Portal } from './portal.ts'

/** Placeholder for the working copy until the collections room lands. */
export const createPreview =
  (_options: { env: Env; cms: Cms }): Portal['servePreview'] =>
  async (req, res) =>
    sendPlainPage(req, res, { status: 404, title: 'Ссылка не действует', text: '' })
