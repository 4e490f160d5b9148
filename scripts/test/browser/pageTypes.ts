import { reservedSlugs } from '../../../collections/reservedSlugs.schema.ts'

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
    week: find(/^\/kalendar\/nedelya\/[^/]+\/$/),
    days: find(/^\/kalendar\/spisok\/$/),
    eventKind: find(/^\/kalendar\/vid\/[^/]+\/$/),
    eventPlaces: find(/^\/kalendar\/mesto\/$/),
    eventPlace: find(/^\/kalendar\/mesto\/[^/]+\/$/),
    event: find(/^\/kalendar\/(?!\d{4}-\d{2}\/|nedelya\/|spisok\/|mesto\/)[^/]+\/$/),
    eventDate: find(/^\/kalendar\/[^/]+\/\d{4}-\d{2}-\d{2}\/$/),
    audiences: find(/^\/komu\/$/),
    audience: find(/^\/komu\/[^/]+\/$/),
    registration: await registrationForm(addresses),
    deputies: find(/^\/deputaty\/$/),
    deputy: find(/^\/deputaty\/(?!statistika\/)[^/]+\/$/),
    councilStatistics: find(/^\/deputaty\/statistika\/$/),
    councilStatisticsInOrder: find(/^\/deputaty\/statistika\/po-yavke\/$/),
    sessions: find(/^\/zasedaniya\/$/),
    session: find(/^\/zasedaniya\/[^/]+\/$/),
    hearings: find(/^\/slushaniya\/$/),
    hearing: find(/^\/slushaniya\/(?!podlinnost\/)[^/]+\/$/),
    authenticity: find(/^\/slushaniya\/podlinnost\/$/),
    polls: find(/^\/golosovaniya\/$/),
    poll: find(/^\/golosovaniya\/[^/]+\/$/),
    questions: find(/^\/voprosy\/$/),
    question: find(/^\/voprosy\/\d{4}-\d+\/$/),
    ask: find(/^\/voprosy\/komu\/[^/]+\/$/),
    questionStatistics: find(/^\/voprosy\/statistika\/$/),
    wishes: find(/^\/pozhelaniya\/$/),
    wishTopic: find(/^\/pozhelaniya\/kategoriya\/[^/]+\/$/),
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
    elections: find(/^\/vybory\/$/),
    election: find(/^\/vybory\/[^/]+\/$/),
    documents: find(/^\/dokumenty\/$/),
    document: find(/^\/dokumenty\/(?!(?:vid|god|sostoyanie|stranica)\/)[^/]+\/$/),
    procedure: find(/^\/kak-eto-rabotaet\/vopros\/$/),
    channels: find(/^\/kanaly\/$/),
    contacts: find(/^\/kontakty\/$/),
    openData: find(/^\/otkrytye-dannye\/$/),
    allSections: find(/^\/razdely\/$/),
    page: find(new RegExp(`^/(?!(?:${reservedSlugs.pages.join('|')})/)[^/]+/$`)),
    savedHouse: `${siteUrl}/moy-dom/`,
    notFound: `${siteUrl}/404.html`,
  }
}

/** Forms are in no map of the site: one is found on the page of its event. */
async function registrationForm(addresses: string[]): Promise<string> {
  for (const address of addresses) {
    if (!/^\/kalendar\/[^/]+\/(\d{4}-\d{2}-\d{2}\/)?$/.test(new URL(address).pathname)) continue
    const [, path] = /href="([^"]+\/zapis\/)"/.exec(await text(address)) ?? []
    if (path) return new URL(path, address).href
  }
  throw new Error('No event has a form to register')
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
