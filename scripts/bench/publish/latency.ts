import { setTimeout as sleep } from 'node:timers/promises'
import { figure, print, type Figure } from '../figures.ts'
import { create, newestArticle, rename, syntheticArticle } from './articles.ts'
import { createReader, type Reader } from './reader.ts'
import { residentMemory } from './resident.ts'
import { announce, type ScaledPortal } from './scaled-portal.ts'

const warmUp = 10
const publishes = 102
const kinds = ['old article', 'newest article', 'new article'] as const
const pollMs = 2
const timeoutMs = 60_000

/** From the save in Payload to the new bytes on the public page, one publish after the other without a pause. */
export const benchLatency = async (portal: ScaledPortal): Promise<Figure> => {
  announce(`${portal.news} news: ${publishes} publishes`)
  const reader = createReader(portal.url)
  const measured: (Publish & { kind: string })[] = []
  const memory: number[] = []
  let firstRevision = 0
  for (let number = -warmUp; number < publishes; number += 1) {
    if (number === 0) firstRevision = portal.publishes().at(-1)?.revision ?? 0
    const kind = kinds[(number + warmUp) % kinds.length] ?? kinds[0]
    const edit = await edits[kind](portal, number)
    const publish = await timePublish(reader, edit)
    if (number < 0) continue
    measured.push({ kind, ...publish })
    memory.push(residentMemory(portal.resident))
  }
  reader.close()
  const line = (variant: string, values: number[], unit = 'ms') =>
    figure({ bench: 'publish', variant: `${variant}, ${portal.news} news`, unit }, values)

  const total = line(
    'save to bytes',
    measured.map(({ shownMs }) => shownMs),
  )
  print({ ...total, target: { p50: 150, p95: 300 } })
  for (const kind of kinds) {
    const times = measured.filter((publish) => publish.kind === kind).map(({ shownMs }) => shownMs)
    print(line(`save to bytes, ${kind}`, times))
  }
  print(
    line(
      'save to reply',
      measured.map(({ replyMs }) => replyMs),
    ),
  )

  const records = portal.publishes().filter(({ revision }) => revision > firstRevision)
  const failed = records.find(({ state }) => state !== 'live')
  if (failed) throw new Error(`Publish ${failed.revision} failed: ${failed.error}`)
  const steps = ['readMs', 'renderMs', 'switchMs'] as const
  for (const step of steps)
    print(
      line(
        `renderer, ${step}`,
        records.map((record) => record[step] ?? Number.NaN),
      ),
    )
  const own = records.map(({ renderMs = Number.NaN, switchMs = Number.NaN }) => renderMs + switchMs)
  print({ ...line('renderer, renderMs + switchMs', own), target: { p95: 30 } })
  print({ ...line('renderer, resident memory', memory, 'MiB'), target: { p95: 350 } })
  return total
}

type Publish = { shownMs: number; replyMs: number }
type Edit = { slug: string; mark: string; save: () => Promise<void> }

const edits: Record<(typeof kinds)[number], (portal: ScaledPortal, number: number) => Promise<Edit>> = {
  'old article': async ({ session, news }, number) => {
    const mark = newMark()
    // Spread over the older half.
    const { id, slug } = await syntheticArticle(session, news - (((number + warmUp) * 37) % (news / 2)))
    return { slug, mark, save: () => rename(session, id, `Замер ${mark}`) }
  },
  'newest article': async ({ session }) => {
    const mark = newMark()
    const { id, slug } = await newestArticle(session)
    return { slug, mark, save: () => rename(session, id, `Замер ${mark}`) }
  },
  'new article': async ({ session, news }) => {
    const mark = newMark()
    const model = await syntheticArticle(session, news)
    const slug = `zamer-${mark}`
    return { slug, mark, save: () => create(session, model, slug, `Замер ${mark}`) }
  },
}

const newMark = () => `z${Date.now().toString(36)}`

const timePublish = async (reader: Reader, { slug, mark, save }: Edit): Promise<Publish> => {
  const started = performance.now()
  const since = () => performance.now() - started
  const untilShown = async () => {
    while (!(await reader.read(`/novosti/${slug}/`)).text.includes(mark)) {
      if (since() > timeoutMs) throw new Error(`${slug} was not live within a minute`)
      await sleep(pollMs)
    }
    return since()
  }
  const [replyMs, shownMs] = await Promise.all([save().then(since), untilShown()])
  return { replyMs, shownMs }
}
