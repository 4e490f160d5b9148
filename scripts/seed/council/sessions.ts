import type { ItemResult, Vote } from '../../../collections/Sessions/sessions.schema.ts'
import type { DocumentKey } from '../documents/documents.ts'
import { anchors } from '../time/anchors.ts'
import type { DemoClock } from '../time/demoClock.ts'
import { people } from './people.ts'

export interface ItemSeed {
  title: string
  reporter: string
  result?: ItemResult
  decision?: string
  /** Slugs of those who did not vote «за». */
  others?: Partial<Record<Exclude<Vote, 'for'>, string[]>>
  documents?: DocumentKey[]
}

export interface SessionSeed {
  number: number
  on: number
  lead: string
  /** Slugs of deputies who did not come. */
  away?: string[]
  items: ItemSeed[]
  status?: 'moved' | 'cancelled'
  reason?: string
  minutes?: DocumentKey
  documents?: DocumentKey[]
}

/** The deputy who gave up the mandate in summer, so that a former one can be seen. */
export const formerDeputy = 'lyudmila-dopustimova'
/** Their last day. */
export const formerUntil = -100

/** A year of sittings: eight held, one of them moved before, one cancelled, one ahead. */
export function sessionSeeds(c: DemoClock): SessionSeed[] {
  const { pastSitting, sitting } = anchors(c)
  const day = (offset: number) => c.workdayBack(c.last(4, offset))
  const [a = '', b = '', d = '', e = '', f = ''] = [3, 9, 14, 20, 27].map((index) => people[index]?.slug)
  return [
    {
      number: 9,
      on: day(-330),
      lead: 'Утвердили план работы на год и порядок отчётов депутатов.',
      away: [a],
      items: [
        item('План работы Совета на год', 'Черновиков Н. И., председатель Совета'),
        item('Порядок ежегодных отчётов депутатов', 'Условная М. Л., заместитель председателя', {
          others: { against: [b], abstained: [d] },
        }),
      ],
    },
    {
      number: 10,
      on: day(-285),
      lead: 'Решали, сколько тратить на дворы, и отложили тариф парковок.',
      away: [a, e],
      items: [
        item('Расходы на благоустройство дворов', 'Макетов А. Ю., комитет по благоустройству', {
          others: { abstained: [f] },
        }),
        item('Тариф муниципальных парковок', 'Условная М. Л., комитет по бюджету', {
          result: 'postponed',
          decision: 'Отложить до расчёта бесплатных мест для жителей.',
          others: { against: [b, d] },
        }),
      ],
    },
    {
      number: 11,
      on: day(-240),
      lead: 'Отчёт об исполнении бюджета и капитальный ремонт.',
      away: [b],
      items: [
        item('Отчёт об исполнении бюджета', 'Условная М. Л., комитет по бюджету', {
          others: { against: [d], abstained: [e, f] },
        }),
        item('О ходе капитального ремонта', 'Предположимов С. О., комитет по жилью', {
          result: 'noted',
          decision: 'Информацию принять к сведению, вернуться к вопросу осенью.',
        }),
      ],
    },
    {
      number: 12,
      on: day(-195),
      lead: 'Правила содержания площадок и кружки в библиотеках.',
      away: [d, f],
      items: [
        item('Правила содержания детских площадок', 'Макетов А. Ю., комитет по благоустройству'),
        item('Кружки в библиотеках по выходным', 'Прописная Г. Ф., комитет по школам и культуре', {
          others: { abstained: [a] },
        }),
      ],
    },
    {
      number: 13,
      on: day(-150),
      lead: 'Автобус до станции и освещение дорожек.',
      away: [e],
      items: [
        item('Обращение о новом автобусном маршруте', 'Эскизов Т. Р., комитет по благоустройству'),
        item('Освещение дорожек парка', 'Набросова О. Д., комитет по благоустройству', {
          others: { against: [a] },
        }),
        item('Надбавка за выезд на пустующие площади', 'Условная М. Л., комитет по бюджету', {
          result: 'rejected',
          decision: 'Проект отклонить.',
          others: { against: people.slice(4, 24).map(({ slug }) => slug), abstained: [f] },
        }),
      ],
    },
    {
      number: 14,
      on: day(-85),
      lead: 'Досрочное прекращение полномочий депутата округа № 2 и подготовка к зиме.',
      away: [a, b],
      items: [
        item('О досрочном прекращении полномочий депутата', 'Черновиков Н. И., председатель Совета'),
        item('Подготовка к отопительному сезону', 'Шаблонов А. В., комитет по жилью', { result: 'noted' }),
      ],
    },
    {
      number: 15,
      on: day(-45),
      lead: 'Первые двенадцать велопарковок и дороги к школам.',
      away: [d],
      items: [
        item('Места велопарковок', 'Макетов А. Ю., комитет по благоустройству', {
          others: { abstained: [a, e] },
        }),
        item('Безопасные дороги к школам', 'Вымышленная Е. И., комитет по школам и культуре'),
      ],
    },
    {
      number: 16,
      on: pastSitting,
      lead: 'Приняли единые правила приёма граждан, тарифы парковок снова отложили.',
      away: [a, f],
      minutes: 'sittingMinutes',
      items: [
        item('Правила приёма граждан депутатами', 'Черновиков Н. И., председатель Совета', {
          decision: 'Принимать не реже раза в месяц, о переносе сообщать за три дня.',
          others: { against: [b, d] },
        }),
        item('Тариф муниципальных парковок', 'Условная М. Л., комитет по бюджету', {
          result: 'postponed',
          decision: 'Посчитать бесплатные места для жителей и вернуться к тарифам через месяц.',
          others: { abstained: [e], absent: [people[11]?.slug ?? ''] },
        }),
        item('Отчёт о каждом приёме на портале', 'Азбукина З. П., секретарь Совета'),
      ],
    },
    {
      number: 17,
      on: c.workdayBack(-6),
      lead: 'Внеочередное заседание о границах округов.',
      status: 'cancelled',
      reason: 'проект не готов, вопрос перенесён на очередное заседание.',
      items: [{ title: 'Схема избирательных округов', reporter: 'Секретарь Совета' }],
    },
    {
      number: 18,
      on: sitting,
      lead: 'Проект бюджета, отчёт о приёмах граждан, вопросы жителей.',
      documents: ['sittingAgenda'],
      items: [
        {
          title: `Проект бюджета на ${c.year() + 1} год, первое чтение`,
          reporter: 'Условная М. Л., комитет по бюджету',
        },
        { title: 'Отчёт о приёмах граждан', reporter: 'Азбукина З. П., секретарь Совета' },
        { title: 'Вопросы жителей', reporter: 'Черновиков Н. И., председатель Совета' },
      ],
    },
  ]
}

const item = (title: string, reporter: string, more: Partial<ItemSeed> = {}): ItemSeed => ({
  title,
  reporter,
  result: 'accepted',
  ...more,
})
