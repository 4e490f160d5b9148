import type { Payload } from 'payload'
import { newsTopics } from '../../collections/newsTopics.schema.ts'
import { richText } from './text/richText.ts'

/**
 * Adds synthetic news until there are `count` of them, straight into the database: no hooks, no versions, no build. For
 * benchmarks; the same count gives the same texts. A tenth of the time `payload.create` takes, or less.
 * @returns the number added
 */
export async function seedScale(payload: Payload, count: number, { now }: { now: Date }): Promise<number> {
  const model = newsModel(payload)
  const known = await model.countDocuments({ slug: synthetic })
  for (let from = known; from < count; from += batch) {
    const numbers = Array.from({ length: Math.min(batch, count - from) }, (_, i) => from + i)
    // insertMany of the raw collection: the schema would cast a thousand rich texts for nothing.
    await model.collection.insertMany(numbers.map((number) => newsItem(number, now)))
  }
  return Math.max(0, count - known)
}

/** Takes the synthetic news away as they came. @returns the number removed */
export async function clearScale(payload: Payload): Promise<number> {
  const { deletedCount } = await newsModel(payload).collection.deleteMany({ slug: synthetic })
  return deletedCount
}

const batch = 500
const synthetic = /^ispytanie-\d{6}$/

function newsModel(payload: Payload) {
  const model = payload.db.collections['news']
  if (!model) throw new Error('The model has no news')
  return model
}

function newsItem(number: number, now: Date) {
  const pick = <T>(from: readonly T[], salt: number): T => {
    const value = from[hash(number * 31 + salt) % from.length]
    if (value === undefined) throw new Error('Nothing to pick from')
    return value
  }
  const { value: topic } = pick(newsTopics, 1)
  const title = `${pick(deeds, 2)} ${pick(places, 3)}: запись № ${number + 1}`
  const paragraphs = Array.from({ length: 3 + (hash(number) % 6) }, (_, i) =>
    [4, 5, 6].map((salt) => pick(sentences, salt + i * 7)).join(' '),
  )
  const publishedAt = new Date(now.getTime() - (number + 1) * 47 * 60_000)
  return {
    title,
    slug: `ispytanie-${String(number + 1).padStart(6, '0')}`,
    lead: `${pick(sentences, 9)} ${pick(sentences, 10)}`,
    topic,
    body: richText(
      `${paragraphs[0]}\n\n## ${pick(deeds, 11)}\n\n${paragraphs.slice(1).join('\n\n')}`,
      (_, slug) => slug,
    ),
    documents: [],
    related: [],
    mediaRefs: [],
    demo: true,
    publishedAt,
    firstPublishedAt: publishedAt,
    createdAt: publishedAt,
    updatedAt: publishedAt,
    _status: 'published',
  }
}

/** A well-mixed 32-bit number (Murmur3's finaliser). */
function hash(seed: number): number {
  let x = seed | 0
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}

const deeds = [
  'Починили свет',
  'Уложили плитку',
  'Заменили лифт',
  'Посадили деревья',
  'Открыли приём',
  'Покрасили скамейки',
  'Проверили счётчики',
  'Обновили разметку',
]

const places = [
  'на Примерной улице',
  'на Учебной улице',
  'в Пробном переулке',
  'в Образцовом проезде',
  'на Показательной улице',
  'на Условной улице',
]

const sentences = [
  'Работы заняли четыре дня, проход не закрывали.',
  'За состояние участка отвечает подрядчик, его телефон указан на щите.',
  'Жители соседних домов проверили результат вместе с инженером.',
  'Следующий участок по очереди начнётся через две недели.',
  'Замечания записали в журнал, срок исправления — десять дней.',
  'Расходы показаны в карточке контракта.',
  'Схему повесили на доске у подъезда и в библиотеке.',
  'Если что-то сломалось, назовите номер с таблички.',
  'Пандус проверили люди на креслах-колясках.',
  'Ответы на вопросы опубликуют здесь же.',
]
