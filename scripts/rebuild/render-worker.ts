// Renders previews with the prerender bundle of one release (argument: its folder). Speaks to renderer.ts over IPC.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { RenderReply, RenderRequest } from './renderer.ts'

/** What the bundle exports, see site/src/integrations/entry.ts; null when the path has no page. */
type Bundle = { render: (path: string, overlay: RenderRequest['overlay']) => Promise<string | null> }

process.channel?.ref() // exit-with-parent.ts lets go of it; this process waits for requests
process.on('message', (request: RenderRequest & { id: number }) => {
  void render(request).then((reply) => process.send?.(reply))
})

const appDir = join(process.argv[2] ?? '', 'app')
const bundle = load()
bundle.catch(() => {}) // every request sees it

const render = async ({ id, path, overlay }: RenderRequest & { id: number }): Promise<RenderReply> => {
  try {
    const html = await (await bundle).render(path, overlay)
    if (html !== null) return { id, state: 'rendered', html }
    return { id, state: 'failed', status: 404, error: `на сайте нет страницы ${path}` }
  } catch (error) {
    return { id, state: 'failed', status: 422, error: error instanceof Error ? error.message : String(error) }
  }
}

async function load(): Promise<Bundle> {
  const entry = readdirSync(appDir).find((name) => /^prerender-entry.*\.mjs$/.test(name))
  if (!entry) throw new Error('в этом выпуске сайта нет предпросмотра')
  return (await import(join(appDir, entry))) as Bundle // the site's own build, see Bundle
}
