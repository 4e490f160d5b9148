import { dayOf, daysFrom, type Day } from '../../moscow.schema.ts'
import { plusWorkingDays } from './calendar.schema.ts'
import { lastDayWithin, planBy, plusMonths } from './counting.schema.ts'
import { hasDocument, type Notice } from './notice.schema.ts'
import { personalDataBreaches } from './portal.schema.ts'
import {
  demand,
  forbid,
  fullDay,
  lead,
  noticeDay,
  toldOn,
  type Breach,
  type Context,
  type Rule,
} from './rule.schema.ts'

const both = ['publicDiscussion', 'publicHearing'] as const

/** Public discussions and public hearings of the planning code (ГрК), as of 23.11.2026. */
export const planningRules: Rule[] = [
  {
    id: 'G01',
    title: 'Порядок этапов: оповещение, размещение материалов и открытие экспозиции, экспозиция',
    article: 'ГрК ст. 5.1 ч. 4',
    mark: 'V',
    kinds: ['publicDiscussion'],
    check: openingOrder,
  },
  {
    id: 'G02',
    title: 'После экспозиции — протокол, затем заключение; собрания нет',
    article: 'ГрК ст. 5.1 ч. 4',
    mark: '2',
    kinds: ['publicDiscussion'],
    check: paperOrder,
  },
  {
    id: 'G03',
    title: 'Порядок этапов: оповещение, экспозиция, собрание, протокол, заключение',
    article: 'ГрК ст. 5.1 ч. 5',
    mark: '2',
    kinds: ['publicHearing'],
    check: (notice, context) => {
      const { exposition, meeting } = notice
      const day = meeting.startsAt && dayOf(meeting.startsAt)
      return [
        ...openingOrder(notice, context),
        ...forbid(Boolean(day && exposition.from && day < exposition.from), {
          field: 'meeting.startsAt',
          text: 'Собрание проводят после открытия экспозиции.',
        }),
        ...paperOrder(notice),
      ]
    },
  },
  {
    id: 'G04',
    title: 'Оповещение называет проект и материалы, экспозицию, порядок и сроки, сайт',
    article: 'ГрК ст. 5.1 ч. 6',
    mark: '2',
    kinds: both,
    check: ({ comments, documents, exposition, officialSite, officialTitle, ...notice }) =>
      demand(
        [officialTitle, 'officialTitle', 'Назовите проект дословно, как в постановлении.'],
        [notice.basis, 'basis', 'Укажите закон и номер акта о назначении.'],
        [notice.hasTerritory, 'territory', 'Укажите территорию: словами, домами, округами или границей.'],
        [
          documents.some(({ hasFile, kind }) => hasFile && (kind === 'project' || kind === 'materials')),
          'documents',
          'Приложите проект и материалы: без них не о чем говорить.',
        ],
        [exposition.place, 'exposition.place', 'Укажите место экспозиции.'],
        [exposition.from, 'exposition.from', 'Укажите день открытия экспозиции.'],
        [exposition.to, 'exposition.to', 'Укажите, до какого дня открыта экспозиция.'],
        [exposition.hours, 'exposition.hours', 'Укажите дни и часы экспозиции.'],
        [exposition.consultations, 'exposition.consultations', 'Укажите, когда консультируют.'],
        [comments.until, 'comments.until', 'Укажите срок приёма предложений.'],
        [comments.order, 'comments.order', 'Укажите порядок и форму предложений.'],
        [officialSite, 'officialSite', 'Укажите официальный сайт, где размещён проект.'],
      ),
  },
  {
    id: 'G05',
    title: 'В оповещении о слушаниях — дата, время и место собрания; в обсуждениях собрания нет',
    article: 'ГрК ст. 5.1 ч. 7',
    mark: '2',
    kinds: both,
    check: ({ kind, meeting }) =>
      kind === 'publicHearing'
        ? demand(
            [meeting.startsAt, 'meeting.startsAt', 'Укажите дату и время собрания.'],
            [meeting.place, 'meeting.place', 'Укажите место собрания.'],
          )
        : forbid(meeting.startsAt !== null, {
            field: 'meeting.startsAt',
            text: 'У общественных обсуждений собрания нет: уберите его или выберите «Публичные слушания».',
            isWarning: true,
          }),
  },
  {
    id: 'G06',
    title: 'Названа информационная система, если обсуждения идут в ней',
    article: 'ГрК ст. 5.1 ч. 7',
    mark: '?',
    kinds: ['publicDiscussion'],
    check: (notice) =>
      hasWay(notice, 'site')
        ? demand([notice.system, 'system', 'Если предложения подают в информационной системе, назовите её.'])
        : [],
  },
  {
    id: 'G07',
    title: 'Оповещение публикуют не позднее чем за 7 дней до размещения материалов',
    article: 'ГрК ст. 5.1 ч. 8 п. 1',
    mark: '2',
    kinds: both,
    value: 7,
    unit: 'дней',
    check: (notice, context) =>
      lead(notice, context, {
        date: 'exposition',
        days: context.valueOf('G07'),
        field: 'exposition.from',
        what: 'размещают материалы и открывают экспозицию',
      }),
  },
  {
    id: 'G08',
    title: 'Оповещение есть на стендах: у организатора, в людных местах, на территории',
    article: 'ГрК ст. 5.1 ч. 8 п. 2',
    mark: '2',
    kinds: both,
    check: ({ informed }) =>
      demand(
        ...(['organiser', 'crowded', 'territory'] as const).map((place): [boolean, string, string] => [
          informed.some((row) => row.place === place),
          'informed',
          `Добавьте стенд: ${stands[place]}.`,
        ]),
      ),
  },
  {
    id: 'G09',
    title: 'Сказано, что участник сообщает о себе',
    article: 'ГрК ст. 5.1 ч. 12',
    mark: '2',
    kinds: both,
    check: ({ comments: { identification } }) =>
      demand(
        [
          /рождени/i.test(identification) && /адрес|мест\S* жительства/i.test(identification),
          'comments.identification',
          'Для граждан укажите: ФИО, дата рождения, адрес места жительства.',
        ],
        [
          /ОГРН/i.test(identification),
          'comments.identification',
          'Для организаций укажите: название, ОГРН, место нахождения и адрес.',
        ],
      ),
  },
  {
    id: 'G10',
    title: 'Предложения принимают на сайте или в системе, письменно, в журнале экспозиции, на собрании',
    article: 'ГрК ст. 5.1 ч. 10',
    mark: '2',
    kinds: both,
    check: (notice) =>
      demand(
        ...(
          [
            ['site', 'на сайте или в системе'],
            ['writing', 'письменно'],
            ['journal', 'в журнале экспозиции'],
            ...(notice.kind === 'publicHearing' ? ([['meeting', 'на собрании']] as const) : []),
          ] as const
        ).map(([way, words]): [boolean, string, string] => [
          hasWay(notice, way),
          'comments.channels',
          `Добавьте способ: ${words}.`,
        ]),
      ),
  },
  {
    id: 'G11',
    title: 'Участник может проверить своё предложение, число участников видно',
    article: 'ГрК ст. 5.1',
    mark: '2',
    kinds: ['publicDiscussion'],
    check: (notice) =>
      hasWay(notice, 'site')
        ? demand([
            notice.comments.ownCheck,
            'comments.ownCheck',
            'Укажите, где участник проверит своё предложение и увидит число участников.',
          ])
        : [],
  },
  {
    id: 'G12',
    title: 'В протоколе — дата, источник оповещения, срок, предложения жителей и иных участников отдельно',
    article: 'ГрК ст. 5.1 ч. 18',
    mark: '2',
    kinds: both,
    check: (notice) =>
      hasDocument(notice, 'protocol') || notice.protocolAt
        ? demand(
            [notice.protocolAt, 'protocolAt', 'Укажите дату протокола.'],
            [hasDocument(notice, 'protocol'), 'documents', 'Приложите протокол.'],
            [
              notice.proposals.residents !== null,
              'proposals.residents',
              'Укажите, сколько предложений от жителей территории.',
            ],
            [
              notice.proposals.others !== null,
              'proposals.others',
              'Укажите, сколько предложений от иных участников.',
            ],
          )
        : [],
  },
  {
    id: 'G13',
    title: 'Список участников и их данные не публикуют',
    article: '152-ФЗ; ГрК ст. 5.1 ч. 18',
    mark: '2',
    effect: 'block',
    kinds: ['publicDiscussion', 'publicHearing', 'municipalHearing', 'officialNotice'],
    holdsWhenCancelled: true,
    check: personalDataBreaches,
  },
  {
    id: 'G14',
    title: 'В заключении — дата, число участников, реквизиты протокола, рекомендации с обоснованием',
    article: 'ГрК ст. 5.1 ч. 22',
    mark: '2',
    kinds: both,
    check: (notice) =>
      hasDocument(notice, 'conclusion') || notice.conclusionAt
        ? demand(
            [notice.conclusionAt, 'conclusionAt', 'Укажите дату публикации заключения.'],
            [hasDocument(notice, 'conclusion'), 'documents', 'Приложите заключение.'],
            [notice.participants !== null, 'participants', 'Укажите число участников.'],
            [notice.protocolNumber, 'protocolNumber', 'Укажите номер протокола.'],
            [notice.recommendation, 'recommendation', 'Напишите рекомендацию и её обоснование.'],
          )
        : [],
  },
  {
    id: 'G15',
    title: 'Генеральный план: от оповещения до заключения не больше месяца',
    article: 'ГрК ст. 28',
    mark: '2',
    kinds: both,
    matters: ['generalPlan'],
    value: 1,
    unit: 'месяц',
    check: (notice, context) => withinMonths(notice, context, 'G15'),
  },
  {
    id: 'G16',
    title: 'Генеральный план обсуждают в каждом населённом пункте, кроме случаев ч. 3.1–3.3',
    article: 'ГрК ст. 28 ч. 3',
    mark: 'V',
    effect: 'hint',
    kinds: both,
    matters: ['generalPlan'],
    check: () => [
      {
        field: 'matter',
        text: 'Проверьте, что обсуждение проводят в каждом населённом пункте (ч. 3), или назовите исключение.',
      },
    ],
  },
  {
    id: 'G17',
    title: 'Правила землепользования и застройки: не больше месяца',
    article: 'ГрК ст. 31',
    mark: '2',
    kinds: both,
    matters: ['landUse', 'landUseZone'],
    value: 1,
    unit: 'месяц',
    check: (notice, context) => withinMonths(notice, context, 'G17'),
  },
  {
    id: 'G18',
    title: 'ПЗЗ для одной зоны или КРТ: срок короче',
    article: 'ГрК ст. 31',
    mark: '?',
    kinds: both,
    matters: ['landUseZone'],
    value: 15,
    unit: 'дней',
    check: (notice, context) => within(notice, context, { days: context.valueOf('G18'), working: false }),
  },
  {
    id: 'G19',
    title: 'Планировка и межевание: от оповещения до заключения 14–30 дней',
    article: 'ГрК ст. 46',
    mark: '?',
    kinds: both,
    matters: ['layout'],
    value: 30,
    unit: 'дней',
    check: (notice, context) => {
      const conclusion = conclusionDay(notice)
      return [
        ...within(notice, context, { days: context.valueOf('G19'), working: false }),
        ...forbid(conclusion !== null && daysFrom(noticeDay(notice, context), conclusion) < 14, {
          field: conclusionField(notice),
          text: 'От оповещения до заключения меньше 14 дней.',
        }),
      ]
    },
  },
  {
    id: 'G20',
    title: 'Правообладателям сообщают в течение 7 рабочих дней после заявления',
    article: 'ГрК ст. 39, 40',
    mark: '2',
    kinds: both,
    matters: ['conditionalUse', 'deviation'],
    value: 7,
    unit: 'рабочих дней',
    check: ({ application }, { calendar, today, valueOf }) => {
      if (!application.at)
        return [{ field: 'application.at', text: 'Укажите день заявления: от него считают срок сообщений.' }]
      const last = plusWorkingDays(calendar, application.at, valueOf('G20') ?? 7)
      return forbid((application.holdersToldAt ?? today) > last, {
        field: 'application.holdersToldAt',
        text: application.holdersToldAt
          ? `Сообщения правообладателям отправлены позже срока: он был ${fullDay(last)}.`
          : `Срок сообщений правообладателям вышел ${fullDay(last)}: укажите, когда их отправили.`,
        lastDay: last,
      })
    },
  },
  {
    id: 'G21',
    title: 'Условный вид и отклонение: до заключения 15 рабочих дней (в актах встречается и месяц)',
    article: 'ГрК ст. 39, 40',
    mark: '?',
    kinds: both,
    matters: ['conditionalUse', 'deviation'],
    value: 15,
    unit: 'рабочих дней',
    check: (notice, context) => within(notice, context, { days: context.valueOf('G21'), working: true }),
  },
  {
    id: 'G22',
    title: 'Однократное отклонение не больше 10 % может не требовать слушаний',
    article: 'ГрК ст. 40 ч. 1.1',
    mark: '2',
    effect: 'hint',
    kinds: both,
    matters: ['deviation'],
    check: () => [
      {
        field: 'matter',
        text: 'Если отклонение одно и не больше 10 %, слушания могут не требоваться: спросите юриста.',
      },
    ],
  },
  {
    id: 'G23',
    title: 'Правила благоустройства: проводят обсуждения или слушания, срок задаёт местный акт',
    article: 'ГрК ст. 5.1',
    mark: '2',
    effect: 'hint',
    kinds: both,
    matters: ['landscaping'],
    check: ({ conclusionAt, conclusionDueAt }) =>
      demand([
        conclusionAt ?? conclusionDueAt,
        'conclusionDueAt',
        'Срок задаёт местный акт: укажите, когда по нему выйдет заключение.',
      ]),
  },
  {
    id: 'G24',
    title: 'Исключение из правил называет номер акта',
    article: 'правило портала к ГрК ст. 5.1',
    mark: '2',
    effect: 'hint',
    kinds: both,
    check: ({ overrideReason }) =>
      forbid(overrideReason !== '' && !/№/.test(overrideReason), {
        field: 'override.reason',
        text: 'Назовите номер акта, на котором основано исключение.',
      }),
  },
]

const stands = {
  organiser: 'у здания организатора',
  crowded: 'в месте массового скопления людей',
  territory: 'на территории, которой касается проект',
}

const hasWay = ({ comments }: Notice, way: string): boolean =>
  comments.channels.some((row) => row.way === way)

function openingOrder(notice: Notice, context: Context): Breach[] {
  const { from, to } = notice.exposition
  if (!from) return []
  return [
    ...forbid(from <= toldOn(notice, 'exposition', context), {
      field: 'exposition.from',
      text: 'Экспозицию открывают после оповещения, а здесь она открылась раньше или в тот же день.',
    }),
    ...forbid(Boolean(to && to < from), {
      field: 'exposition.to',
      text: 'Экспозиция не может закрыться раньше, чем откроется.',
    }),
  ]
}

function paperOrder({ comments, exposition, meeting, ...notice }: Notice): Breach[] {
  const ends = [exposition.to, comments.until, meeting.startsAt && dayOf(meeting.startsAt)].filter(
    (day) => day !== null,
  )
  const last = ends.toSorted().at(-1)
  const protocol = notice.protocolAt ?? notice.protocolDueAt
  const conclusion = notice.conclusionAt ?? notice.conclusionDueAt
  return [
    ...forbid(Boolean(protocol && last && protocol < last), {
      field: notice.protocolAt ? 'protocolAt' : 'protocolDueAt',
      text: 'Протокол готовят после экспозиции, приёма предложений и собрания.',
    }),
    ...forbid(Boolean(conclusion && protocol && conclusion < protocol), {
      field: notice.conclusionAt ? 'conclusionAt' : 'conclusionDueAt',
      text: 'Заключение готовят после протокола.',
    }),
    ...forbid(Boolean(notice.conclusionAt && !notice.protocolAt), {
      field: 'protocolAt',
      text: 'Заключение есть, а даты протокола нет.',
    }),
  ]
}

const conclusionDay = ({ conclusionAt, conclusionDueAt }: Notice): Day | null =>
  conclusionAt ?? conclusionDueAt

const conclusionField = ({ conclusionAt }: Notice): string =>
  conclusionAt ? 'conclusionAt' : 'conclusionDueAt'

function withinMonths(notice: Notice, context: Context, rule: string): Breach[] {
  return until(notice, context, plusMonths(noticeDay(notice, context), context.valueOf(rule) ?? 1))
}

function within(
  notice: Notice,
  context: Context,
  { days, working }: { days: number | null; working: boolean },
): Breach[] {
  if (days === null) return []
  const start = noticeDay(notice, context)
  return until(
    notice,
    context,
    working ? plusWorkingDays(context.calendar, start, days) : lastDayWithin(start, days),
  )
}

/** The conclusion by the last day of a term; a maximum gains nothing from a day off. */
function until(notice: Notice, { calendar, today }: Context, last: Day): Breach[] {
  const conclusion = conclusionDay(notice)
  if (!conclusion)
    return forbid(today > last, {
      field: 'conclusionAt',
      text: `Срок заключения вышел ${fullDay(last)}.`,
      lastDay: last,
    })
  const plan = planBy(calendar, last)
  return forbid(conclusion > last, {
    field: conclusionField(notice),
    text: `Заключение нужно до ${fullDay(last)}${plan === last ? '' : `, это выходной: планируйте на ${fullDay(plan)}`}.`,
    lastDay: plan,
  })
}
