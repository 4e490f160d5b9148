/** One address per page type, found from what the running site itself lists, never from knowledge of the seed. */
export async function pageTypes(siteUrl: string): Promise<Record<string, string>> {
  const addresses = await sitemapAddresses(siteUrl)
  const find = (pattern: RegExp) => {
    const found = addresses.find((address) => pattern.test(new URL(address).pathname))
    if (!found) throw new Error(`The sitemap lists no page like ${pattern}`)
    return found
  }
  return {
    home: find(/^\/$/),
    newsList: find(/^\/novosti\/$/),
    newsTopic: find(/^\/novosti\/tema\/[^/]+\/$/),
    article: find(/^\/novosti\/(?!tema\/|stranica\/)[^/]+\/$/),
    calendar: find(/^\/kalendar\/$/),
    month: find(/^\/kalendar\/\d{4}-\d{2}\/$/),
    event: find(/^\/kalendar\/(?!\d{4}-\d{2}\/)[^/]+\/$/),
    deputies: find(/^\/deputaty\/$/),
    deputy: find(/^\/deputaty\/[^/]+\/$/),
    hearings: find(/^\/slushaniya\/$/),
    hearing: find(/^\/slushaniya\/(?!podlinnost\/)[^/]+\/$/),
    polls: find(/^\/golosovaniya\/$/),
    poll: find(/^\/golosovaniya\/[^/]+\/$/),
    questions: find(/^\/voprosy\/$/),
    question: find(/^\/voprosy\/\d{4}-\d+\/$/),
    ask: find(/^\/voprosy\/komu\/[^/]+\/$/),
    questionStatistics: find(/^\/voprosy\/statistika\/$/),
    wishes: find(/^\/pozhelaniya\/$/),
    wishStatistics: find(/^\/pozhelaniya\/statistika\/$/),
    houses: find(/^\/dom\/$/),
    street: find(/^\/dom\/ulica\/[^/]+\/$/),
    house: find(/^\/dom\/(?!ulica\/)[^/]+\/$/),
    receptions: find(/^\/priyomy\/$/),
    reception: find(/^\/priyomy\/(?!okrug\/)[^/]+\/$/),
    guide: find(/^\/putevoditel\/$/),
    guideCategory: find(/^\/putevoditel\/kategoriya\/[^/]+\/$/),
    place: find(/^\/putevoditel\/(?!kategoriya\/|ostanovki\/)[^/]+\/$/),
    stops: find(/^\/putevoditel\/ostanovki\/$/),
    subscription: find(/^\/podpiska\/$/),
    page: find(
      /^\/(?!novosti|kalendar|deputaty|slushaniya|voprosy|golosovaniya|pozhelaniya|initsiativnaya|dom|priyomy|podpiska|putevoditel)[^/]+\/$/,
    ),
    notFound: `${siteUrl}/404.html`,
  }
}

/** Every address of the sitemap index, rewritten to the origin that serves it here. */
export async function sitemapAddresses(siteUrl: string): Promise<string[]> {
  const parts = locations(await text(`${siteUrl}/sitemap-index.xml`))
  const lists = await Promise.all(parts.map(async (part) => locations(await text(onOrigin(part, siteUrl)))))
  return lists.flat().map((address) => onOrigin(address, siteUrl))
}

function onOrigin(address: string, siteUrl: string): string {
  const { pathname, search } = new URL(address)
  return `${siteUrl}${pathname}${search}`
}

function locations(xml: string): string[] {
  return [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1]!.trim())
}

/** The map of the site follows a start in the background: it is waited for. */
async function text(address: string): Promise<string> {
  for (let attempts = 60; ; attempts -= 1) {
    const reply = await fetch(address)
    if (reply.ok) return reply.text()
    if (reply.status !== 404 || attempts === 0) throw new Error(`${address} answers ${reply.status}`)
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}
