import { hearingKinds } from '../../hearingKinds.schema.ts'
import { personalDataIn, isClosedPaper } from './personalData.schema.ts'
import { momentOf, toldDates, type Notice, type ToldDate } from './notice.schema.ts'
import { demand, forbid, type Breach, type Rule } from './rule.schema.ts'

const all = hearingKinds.map(({ value }) => value)

/** The portal's own rules, without which a notice would mislead. They hold for every kind. */
export const portalRules: Rule[] = [
  {
    id: 'S01',
    title: 'У переноса и отмены есть причина',
    article: 'правило портала',
    mark: 'П',
    kinds: all,
    holdsWhenCancelled: true,
    check: ({ status, statusReason }) =>
      status === 'scheduled'
        ? []
        : demand([
            statusReason,
            'statusReason',
            status === 'moved' ? 'Напишите, почему перенесли.' : 'Напишите, почему отменили.',
          ]),
  },
  {
    id: 'S02',
    title: 'Изменённая дата объявляется переносом',
    article: 'правило портала',
    mark: 'П',
    kinds: all,
    check: (notice) =>
      forbid(notice.status === 'scheduled' && movedDates(notice).length > 0, {
        field: 'status',
        text: 'Дата, о которой уже сообщили, изменилась. Отметьте «Перенесено» и напишите причину: прежняя дата останется на странице.',
      }),
  },
  {
    id: 'S03',
    title: 'Отменённое не возобновляют',
    article: 'правило портала',
    mark: 'П',
    kinds: all,
    holdsWhenCancelled: true,
    check: ({ status, told }) =>
      forbid(told.cancelled !== undefined && status !== 'cancelled', {
        field: 'status',
        text: 'Об отмене уже сообщили. Чтобы провести, опубликуйте новое оповещение.',
      }),
  },
  {
    id: 'S04',
    title: 'В сообщении есть текст или документ',
    article: 'правило портала',
    mark: 'П',
    kinds: ['officialNotice'],
    check: ({ body, documents }) =>
      demand([
        body || documents.some(({ hasFile }) => hasFile),
        'body',
        'Напишите текст или приложите документ.',
      ]),
  },
  {
    id: 'S05',
    title: 'Указано, кто сообщает и кого спросить',
    article: 'правило портала',
    mark: '?',
    kinds: all,
    check: ({ authority, contact, initiator, kind }) =>
      demand(
        [
          kind === 'ownersMeeting' ? initiator || authority : authority,
          'authority',
          'Укажите, кто сообщает.',
        ],
        [contact.phone || contact.email, 'contact.phone', 'Укажите телефон или почту для вопросов.'],
      ),
  },
]

/** Which of the dates people were told of are now others. A date that was not named before is an addition. */
export const movedDates = (notice: Notice): ToldDate[] =>
  toldDates.filter((date) => {
    const known = notice.told[date]
    return known !== undefined && known.date !== momentOf(notice, date)
  })

/** Personal data anywhere in the public words of a notice, and papers that are closed by their name (152-ФЗ). */
export const personalDataBreaches = (notice: Notice): Breach[] => [
  ...wordsOf(notice).flatMap(([field, text]) => {
    const found = personalDataIn(text)
    return found
      ? [{ field, text: `Похоже на персональные данные: ${found}. Уберите: их не публикуют.` }]
      : []
  }),
  ...notice.documents.flatMap(({ title }, index) =>
    isClosedPaper(title)
      ? [
          {
            field: `documents.${index}.title`,
            text: `«${title}»: списки участников, реестры и бюллетени не публикуют. Приложите протокол без этого приложения.`,
          },
        ]
      : [],
  ),
]

const wordsOf = (notice: Notice): [field: string, text: string][] => [
  ['title', notice.title],
  ['lead', notice.lead],
  ['officialTitle', notice.officialTitle],
  ['authority', notice.authority],
  ['initiator', notice.initiator],
  ['body', notice.body],
  ['statusReason', notice.statusReason],
  ['recommendation', notice.recommendation],
  ['comments.order', notice.comments.order],
  ...notice.agenda.map((text, index): [string, string] => [`agenda.${index}.text`, text]),
  ...notice.informed.map(({ text }, index): [string, string] => [`informed.${index}.text`, text]),
  ...notice.documents.map(({ title }, index): [string, string] => [`documents.${index}.title`, title]),
]
