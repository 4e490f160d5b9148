import type { SSRManifest, SSRResult } from 'astro'
import { renderToString } from 'astro/runtime/server/index.js'

type PageMap = NonNullable<SSRManifest['pageMap']>
type Route = Awaited<ReturnType<NonNullable<ReturnType<PageMap['get']>>>>
/** What Astro loads for a route: its page, and how to list its paths. */
export type PageModule = Awaited<ReturnType<Route['page']>>
type Page = PageModule['default']

/**
 * Astro puts the text of a page into a Response, where it is encoded, copied into a stream and read back: a tenth of the time
 * of a page. Rendered through the modules of this map, a page leaves its text here, and its Response is empty. Each module
 * is loaded once, too: Astro imports it again for each page, and Node takes 15 µs to find that it has it.
 */
export function pageTexts(pageMap: PageMap = new Map()) {
  const texts = new WeakMap<Request, string>()

  const leavingText = (page: Page): Page =>
    Object.assign(
      async (result: SSRResult, props: unknown, slots: unknown) => {
        const text = await renderToString(result, page, props, slots, true)
        if (typeof text !== 'string') return text
        texts.set(result.request, text)
        return new Response(null, result.response)
      },
      // Its marks, by which Astro knows a page.
      page,
    )

  const leavingTexts = async (load: () => Promise<PageModule>): Promise<PageModule> => {
    const module = await load()
    // A feed has no page in its module.
    return module.default ? { ...module, default: leavingText(module.default) } : module
  }

  return {
    pageMap: new Map(
      [...pageMap].map(([route, load]) => [
        route,
        once(async () => {
          const built = await load()
          return { ...built, page: once(() => leavingTexts(built.page)) }
        }),
      ]),
    ),
    /** The text of the page that was rendered for the request. */
    textFor: (request: Request) => texts.get(request),
  }
}

function once<Value>(load: () => Value): () => Value {
  let loaded: { value: Value } | null = null
  return () => (loaded ??= { value: load() }).value
}
