import { dayOf, daysFrom } from '../../moscow.schema.ts'
import { lastDayWithin, plusMonths } from './counting.schema.ts'
import { decisionDay, hasDocument, type Notice } from './notice.schema.ts'
import { personalDataBreaches } from './portal.schema.ts'
import { demand, forbid, fullDay, lead, type Breach, type Rule } from './rule.schema.ts'

const kinds = ['ownersMeeting'] as const
const hourMs = 3_600_000

/** Meetings of home owners (ЖК), as of 23.11.2026. The vote itself runs elsewhere. */
export const ownersRules: Rule[] = [
  {
    id: 'H01',
    title: 'Сообщают не позднее чем за десять дней до даты собрания',
    article: 'ЖК ст. 45 ч. 4',
    mark: 'V',
    kinds,
    value: 10,
    unit: 'дней',
    check: (notice, context) => {
      const days = context.valueOf('H01')
      // Whatever begins first: papers may be accepted before anybody meets.
      return startsWithVoting(notice)
        ? lead(notice, context, {
            date: 'voting',
            days,
            field: 'voting.from',
            what: 'начинают принимать решения',
          })
        : lead(notice, context, {
            date: 'meeting',
            days,
            field: 'meeting.startsAt',
            what: 'начинается собрание',
          })
    },
  },
  {
    id: 'H02',
    title: 'Сообщают в ГИС ЖКХ или региональной системе и ещё одним способом',
    article: 'ЖК ст. 45 ч. 4; 463-ФЗ',
    mark: '2',
    kinds,
    appliesFrom: '2025-03-01',
    check: ({ informed }) => {
      const told = (...places: string[]) =>
        informed.some(({ place }) => place !== null && places.includes(place))
      return demand(
        [told('gis', 'regional'), 'informed', 'Добавьте размещение в ГИС ЖКХ или региональной системе.'],
        [
          told('letter', 'signature', 'house'),
          'informed',
          'Добавьте второй способ: письмо, вручение под подпись или объявление в доме.',
        ],
      )
    },
  },
  {
    id: 'H03',
    title: 'В сообщении: инициатор, форма, дата, место, время, приём решений, повестка, где материалы',
    article: 'ЖК ст. 45 ч. 5',
    mark: '2',
    kinds,
    check: ({ agenda, form, meeting, voting, ...notice }) =>
      demand(
        [
          notice.initiator,
          'initiator',
          'Укажите инициатора: организацию или «собственник помещения», без имени.',
        ],
        [
          notice.house || notice.hasHouses || notice.territory,
          'house.address',
          'Укажите дом: выберите его или напишите адрес.',
        ],
        [agenda.length > 0, 'agenda', 'Перечислите вопросы повестки.'],
        [notice.materialsPlace, 'materialsPlace', 'Укажите, где ознакомиться с материалами.'],
        ...(form === 'inPerson' || form === 'mixed'
          ? ([
              [meeting.startsAt, 'meeting.startsAt', 'Укажите дату и время собрания.'],
              [meeting.place, 'meeting.place', 'Укажите место собрания.'],
            ] as [unknown, string, string][])
          : []),
        ...(form === 'absentee' || form === 'mixed'
          ? ([
              [voting.from, 'voting.from', 'Укажите начало приёма решений.'],
              [voting.until, 'voting.until', 'Укажите окончание приёма решений.'],
              [voting.place, 'voting.place', 'Укажите, куда передать решение.'],
            ] as [unknown, string, string][])
          : []),
      ),
  },
  {
    id: 'H04',
    title: 'Одна из трёх форм: очное, заочное, очно-заочное',
    article: 'ЖК ст. 44.1',
    mark: 'V',
    kinds,
    check: ({ form, meeting, voting }) => [
      ...demand([form, 'form', 'Выберите форму собрания.']),
      ...forbid(form === 'absentee' && meeting.startsAt !== null, {
        field: 'meeting.startsAt',
        text: 'У заочного собрания встречи нет: уберите её или выберите очно-заочную форму.',
      }),
      ...forbid(form === 'inPerson' && voting.until !== null, {
        field: 'voting.until',
        text: 'На очном собрании решения на бумаге не принимают: выберите очно-заочную форму.',
      }),
    ],
  },
  {
    id: 'H05',
    title: 'Итоги сообщают собственникам в течение 10 дней после решения',
    article: 'ЖК ст. 46 ч. 3',
    mark: '2',
    kinds,
    value: 10,
    unit: 'дней',
    check: (notice, { today, valueOf }) => {
      const decided = decisionDay(notice)
      if (!decided) return []
      const last = lastDayWithin(decided, valueOf('H05') ?? 10)
      return forbid((notice.resultsAt ? dayOf(notice.resultsAt) : today) > last, {
        field: 'resultsAt',
        text: `Итоги нужно было сообщить до ${fullDay(last)}.`,
        lastDay: last,
      })
    },
  },
  {
    id: 'H06',
    title: 'Протокол — за 10 дней, с номером ГИС ЖКХ',
    article: 'приказ Минстроя № 266/пр',
    mark: '2',
    kinds,
    appliesFrom: '2025-09-01',
    value: 10,
    unit: 'дней',
    check: (notice, { today, valueOf }) => {
      const decided = decisionDay(notice)
      const last = decided && lastDayWithin(decided, valueOf('H06') ?? 10)
      const protocol = notice.protocolAt ?? notice.protocolDueAt ?? today
      return [
        ...forbid(Boolean(last && protocol > last), {
          field: notice.protocolAt || !notice.protocolDueAt ? 'protocolAt' : 'protocolDueAt',
          text: `Протокол нужен до ${last ? fullDay(last) : ''}.`,
          ...(last ? { lastDay: last } : {}),
        }),
        ...(notice.protocolAt || hasDocument(notice, 'protocol')
          ? demand(
              [notice.protocolAt, 'protocolAt', 'Укажите дату протокола.'],
              [notice.protocolNumber, 'protocolNumber', 'Укажите номер протокола из ГИС ЖКХ.'],
            )
          : []),
      ]
    },
  },
  {
    id: 'H07',
    title: 'Паспорта, СНИЛС и бюллетени собственников не публикуют',
    article: '152-ФЗ',
    mark: '2',
    effect: 'block',
    kinds,
    holdsWhenCancelled: true,
    check: personalDataBreaches,
  },
  {
    id: 'H08',
    title: 'Голосование в системе: администратору — за 14 дней, длится 7–60 дней',
    article: 'ЖК ст. 47.1',
    mark: '2',
    kinds,
    value: 14,
    unit: 'дней',
    check: ({ voting }, { valueOf }) => {
      if (!voting.isInSystem || !voting.from || !voting.until) return []
      const days = valueOf('H08') ?? 14
      const length = daysFrom(dayOf(voting.from), dayOf(voting.until))
      return [
        ...demand([
          voting.administratorToldAt,
          'voting.administratorToldAt',
          'Укажите, когда сообщили администратору.',
        ]),
        ...forbid(
          Boolean(
            voting.administratorToldAt && daysFrom(voting.administratorToldAt, dayOf(voting.from)) < days,
          ),
          {
            field: 'voting.administratorToldAt',
            text: `Администратору сообщают не позднее чем за ${days} дней.`,
          },
        ),
        ...forbid(length < 7 || length > 60, {
          field: 'voting.until',
          text: `Голосование в системе длится от 7 до 60 дней, а здесь ${length}.`,
        }),
      ]
    },
  },
  {
    id: 'H09',
    title: 'Голосование в системе: бумажные решения — до 48 часов до конца, итоги — за сутки',
    article: 'ЖК ст. 47.1',
    mark: '2',
    kinds,
    value: 48,
    unit: 'часов',
    check: ({ resultsAt, voting }, { valueOf }) => {
      if (!voting.isInSystem || !voting.until) return []
      const end = Date.parse(voting.until)
      const hours = valueOf('H09') ?? 48
      return [
        ...forbid(voting.paperUntil !== null && end - Date.parse(voting.paperUntil) < hours * hourMs, {
          field: 'voting.paperUntil',
          text: `Бумажные решения принимают не позже чем за ${hours} часов до конца.`,
        }),
        ...forbid(resultsAt !== null && Date.parse(resultsAt) - end > 24 * hourMs, {
          field: 'resultsAt',
          text: 'Итоги голосования в системе подводят в течение суток.',
        }),
      ]
    },
  },
  {
    id: 'H10',
    title: 'Капремонт: предложения оператора — не позднее чем за шесть месяцев до года работ',
    article: 'ЖК ст. 189 ч. 3',
    mark: 'V',
    kinds,
    value: 6,
    unit: 'месяцев',
    check: ({ repair }, { valueOf }) => {
      if (!repair.proposalsAt || !repair.worksYear) return []
      const months = valueOf('H10') ?? 6
      const last = plusMonths(`${repair.worksYear}-01-01`, -months)
      const field = 'repair.proposalsAt'
      if (repair.proposalsAt > last)
        return [
          {
            field,
            text: `Предложения нужны до ${fullDay(last)}, если регион не задал иной срок.`,
            lastDay: last,
          },
        ]
      return forbid(repair.proposalsAt === last, {
        field,
        text: `${fullDay(last)} — ровно за ${months} месяцев: полных меньше.`,
        isWarning: true,
      })
    },
  },
  {
    id: 'H11',
    title: 'Капремонт: собственники решают в течение трёх месяцев после предложений',
    article: 'ЖК ст. 189 ч. 4',
    mark: '2',
    kinds,
    value: 3,
    unit: 'месяца',
    check: (notice, { valueOf }): Breach[] => {
      const { proposalsAt } = notice.repair
      const decided = decisionDay(notice)
      if (!proposalsAt || !decided) return []
      const last = plusMonths(proposalsAt, valueOf('H11') ?? 3)
      return forbid(decided > last, {
        field: notice.voting.until ? 'voting.until' : 'meeting.startsAt',
        text: `Решить нужно до ${fullDay(last)}: три месяца после предложений.`,
        lastDay: last,
      })
    },
  },
]

const startsWithVoting = ({ meeting, voting }: Notice): boolean =>
  voting.from !== null && (meeting.startsAt === null || voting.from < meeting.startsAt)
