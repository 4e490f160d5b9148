import { dayOf } from '../../moscow.schema.ts'
import { hasDocument, type Notice } from './notice.schema.ts'
import { demand, forbid, lead, noticeDay, toldOn, type Rule } from './rule.schema.ts'

const kinds = ['municipalHearing'] as const

/** Hearings on charter, budget and strategy (131-ФЗ, 33-ФЗ), as of 23.11.2026. */
export const municipalRules: Rule[] = [
  {
    id: 'M01',
    title: 'Названо основание: 33-ФЗ ст. 47 или, пока действует, 131-ФЗ ст. 28',
    article: '33-ФЗ ст. 47; 131-ФЗ ст. 28',
    mark: 'V',
    kinds,
    check: (notice, context) =>
      demand([
        cites33(notice) || (cites131(notice) && lastDate(notice, noticeDay(notice, context)) < end131),
        'basis',
        cites131(notice)
          ? '131-ФЗ не действует с 1 января 2028 года: назовите 33-ФЗ, ст. 47.'
          : 'Назовите основание: 33-ФЗ, ст. 47, или 131-ФЗ, ст. 28.',
      ]),
  },
  {
    id: 'M02',
    title: 'Назван вопрос: устав, бюджет и отчёт о нём, стратегия, преобразование',
    article: '131-ФЗ ст. 28 ч. 3',
    mark: '2',
    kinds,
    check: ({ municipalMatter }) =>
      demand([municipalMatter, 'municipalMatter', 'Выберите, какой вопрос выносят на слушания.']),
  },
  {
    id: 'M03',
    title: 'Оповещение заранее, проект на сайте, способ подать замечание, итоги с обоснованием',
    article: '131-ФЗ ст. 28 ч. 4',
    mark: '2',
    kinds,
    check: (notice, context) => {
      const { comments, meeting } = notice
      return [
        ...demand(
          [meeting.startsAt, 'meeting.startsAt', 'Укажите дату и время собрания.'],
          [meeting.place, 'meeting.place', 'Укажите место собрания.'],
          [
            hasDocument(notice, 'project', 'materials'),
            'documents',
            'Приложите проект: жители должны его прочитать.',
          ],
          [comments.channels.length > 0, 'comments.channels', 'Укажите, как подать замечание.'],
        ),
        ...forbid(
          meeting.startsAt !== null && dayOf(meeting.startsAt) <= toldOn(notice, 'meeting', context),
          {
            field: 'meeting.startsAt',
            text: 'Оповещать нужно заранее: собрание раньше оповещения или в тот же день.',
          },
        ),
        ...(hasDocument(notice, 'conclusion') || notice.conclusionAt
          ? demand([notice.recommendation, 'recommendation', 'Напишите итог и его обоснование.'])
          : []),
      ]
    },
  },
  {
    id: 'M04',
    title: 'Срок оповещения по уставу муниципалитета',
    article: 'устав',
    mark: '?',
    kinds,
    unit: 'дней',
    check: (notice, context) =>
      lead(notice, context, {
        date: 'meeting',
        days: context.valueOf('M04'),
        field: 'meeting.startsAt',
        what: 'начинается собрание',
      }),
  },
  {
    id: 'M05',
    title: '131-ФЗ действует до 1 января 2028 года, местные акты меняют до 1 января 2027 года',
    article: '33-ФЗ ст. 91; 85-ФЗ 2026 года',
    mark: '2',
    effect: 'hint',
    kinds,
    appliesFrom: '2027-01-01',
    check: (notice) =>
      forbid(cites131(notice) && !cites33(notice), {
        field: 'basis',
        text: 'Местные акты должны опираться на 33-ФЗ: назовите и его, ст. 47.',
      }),
  },
]

const end131 = '2028-01-01'

const cites33 = ({ basis }: Notice): boolean => /(?<!\d)33-ФЗ/i.test(basis) && /(?<!\d)47(?!\d)/.test(basis)

const cites131 = ({ basis }: Notice): boolean => /131-ФЗ/i.test(basis) && /(?<!\d)28(?!\d)/.test(basis)

const lastDate = ({ meeting }: Notice, published: string): string =>
  meeting.startsAt ? dayOf(meeting.startsAt) : published
