// The search of /dom/: what is typed is looked up in files of the site and stays in the browser; no address is sent.
import {
  findHouses,
  findStreets,
  indexStreets,
  type HouseHit,
  type IndexedStreet,
  type StreetHit,
} from './findHouse.ts'
import { housesPath, streetPath } from './paths.ts'
import { shardUrl, streetsUrl, type Shard, type StreetEntry } from './streetIndex.ts'

/** So many files of houses are read for one question. */
const shardsAtOnce = 4
const shown = 8

const main = part('main')
const form = part('find-house')
const field = part<HTMLInputElement>('address')
const status = part('found-words')
const list = part('found')

let streets: Promise<IndexedStreet[]> | undefined
const shards = new Map<string, Shard>()
const loading = new Map<string, Promise<unknown>>()
let asked = 0

field.addEventListener('focus', () => void loadStreets().catch(() => {}), { once: true })
field.addEventListener('input', () => void search())
form.addEventListener('submit', (event) => {
  event.preventDefault()
  void search().then(() => list.querySelector('a')?.click())
})
// A browser may have kept the text of the field.
if (field.value) void search()

async function search(): Promise<void> {
  const text = field.value.trim()
  const question = ++asked
  if (text === '') return show('', [])
  try {
    const hits = findStreets(await loadStreets(), text)
    await loadShards(hits)
    if (question === asked) answer(hits)
  } catch {
    if (question === asked)
      show('Адреса не загрузились. Проверьте связь или найдите улицу в списке ниже.', [])
  }
}

function answer(hits: StreetHit[]) {
  const houses = findHouses(hits, shards)
  if (houses.length > 0) return show(foundWords(houses.length), houses.slice(0, shown).map(houseRow))
  if (hits.length === 0)
    return show('Такой улицы в списке нет. Проверьте название: тип улицы можно не писать.', [])
  const hasNumber = hits.some(({ numbers }) => numbers.number !== undefined)
  show(
    hasNumber ? 'Такого дома в списке нет, но есть улица.' : 'Допишите номер дома или выберите улицу.',
    hits.slice(0, shown).map(streetRow),
  )
}

function foundWords(count: number): string {
  if (count === 1) return 'Нашёлся дом.'
  return count > shown ? `Показаны первые ${shown} из ${count}.` : `Похожих домов: ${count}.`
}

interface Row {
  title: string
  href: string
}

const houseRow = ({ street, number, slug }: HouseHit): Row => ({
  title: `${street.name}, ${number}`,
  href: `${housesPath}${slug}/`,
})

const streetRow = ({ street }: StreetHit): Row => ({
  title: street.name,
  href: streetPath(street.slug),
})

function show(words: string, rows: Row[]) {
  status.textContent = words
  main.toggleAttribute('data-found', rows.length > 0)
  list.replaceChildren(
    ...rows.map(({ title, href }) => {
      const link = document.createElement('a')
      link.href = href
      link.textContent = title
      const row = document.createElement('li')
      row.append(link)
      return row
    }),
  )
}

function loadStreets(): Promise<IndexedStreet[]> {
  streets ??= load<StreetEntry[]>(streetsUrl).then(indexStreets)
  streets.catch(() => (streets = undefined))
  return streets
}

async function loadShards(hits: readonly StreetHit[]): Promise<void> {
  // A street without a number is answered by itself.
  const wanted = new Set(hits.flatMap(({ street, numbers }) => (numbers.number ? street.shard : [])))
  await Promise.all([...wanted].slice(0, shardsAtOnce).map(loadShard))
}

/** Each file once, however fast somebody types; one that did not come is asked for again. */
function loadShard(shard: string): Promise<unknown> {
  const known = loading.get(shard)
  if (known) return known
  const file = load<Shard>(shardUrl(shard)).then((houses) => shards.set(shard, houses))
  loading.set(shard, file)
  file.catch(() => loading.delete(shard))
  return file
}

async function load<T>(url: string): Promise<T> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url}: ${response.status}`)
  // Files that the site itself writes (pages/dom/adresa).
  return (await response.json()) as T
}

function part<Element extends HTMLElement>(id: string): Element {
  const element = document.getElementById(id)
  if (!element) throw new Error(`The page has no #${id}`)
  // The page has them as they are used here.
  return element as Element
}
