import { hearingKinds } from '../../../collections/hearingKinds.schema.ts'
import type { HearingSeed } from '../hearings/hearingSeed.ts'
import type { DemoClock } from '../time/demoClock.ts'

/** The full text of a notice, put together from the same fields the page shows: they can never disagree. */
export function noticeText(hearing: HearingSeed, c: DemoClock): string {
  const { exposition, comments, meeting, voting, agenda } = hearing
  const kind = hearingKinds.find(({ value }) => value === hearing.kind)?.ru ?? ''
  return [
    row('Вид', kind),
    row('Номер', hearing.number),
    row('Опубликовано', c.digits(hearing.notice)),
    hearing.edited !== undefined && row('Редакция', `2 от ${c.digits(hearing.edited)}`),
    hearing.moved !== undefined && row('Перенесено', hearing.moved),
    row(hearing.kind === 'ownersMeeting' ? 'Инициатор' : 'Орган', hearing.initiator ?? hearing.authority),
    row('Основание', hearing.basis),
    row('Территория', hearing.territory),
    '## О чём',
    hearing.officialTitle,
    hearing.lead,
    ...(exposition
      ? [
          '## Экспозиция',
          row('Место', exposition.place),
          row('Срок', `${c.digits(exposition.from)} — ${c.digits(exposition.to)}`),
          row('Дни и часы', exposition.hours),
          row('Консультации', exposition.consultations),
        ]
      : []),
    ...(comments
      ? [
          '## Предложения и замечания',
          row('Срок', `${c.digits(comments.from)} — ${c.digits(comments.until)}`),
          comments.order,
          ...comments.channels.map(({ text }) => `- ${text}`),
          comments.identification,
        ]
      : []),
    ...(agenda ? ['## Повестка', ...agenda.map((text, i) => row(`Вопрос ${i + 1}`, text))] : []),
    ...(meeting
      ? [
          '## Собрание',
          row('Когда', `${c.digits(meeting.on)}, ${meeting.at}; регистрация с ${meeting.registration}`),
          row('Где', meeting.place),
        ]
      : []),
    ...(voting
      ? [
          '## Приём решений собственников',
          row('Срок', `${c.digits(voting.from)} — ${c.digits(voting.until)}, до 20:00`),
          row('Куда передать', voting.place),
          'С материалами можно ознакомиться по тому же адресу и на странице извещения.',
        ]
      : []),
    ...(hearing.kind === 'officialNotice' ? [hearing.text.trim()] : ['## Итоги']),
    hearing.protocol !== undefined && row('Протокол', `до ${c.digits(hearing.protocol)}`),
    hearing.conclusion !== undefined && row('Заключение', `до ${c.digits(hearing.conclusion)}`),
  ]
    .filter((line) => line !== false)
    .join('\n')
}

const row = (left: string, right: string) => `${left} | ${right}`
