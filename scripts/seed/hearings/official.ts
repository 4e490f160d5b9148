import type { DemoClock } from '../time/demoClock.ts'
import { authority } from './common.ts'
import type { HearingSeed } from './hearingSeed.ts'

/** What is announced officially and is no hearing: here, the list of streets whose snow is cleared first. */
export function official(c: DemoClock): HearingSeed[] {
  const notice = c.workdayBack(-4)
  return [
    {
      slug: 'perechen-ulic-dlya-uborki-snega',
      kind: 'officialNotice',
      title: 'С каких улиц начинают убирать снег',
      officialTitle: 'Об опубликовании перечня улиц первой очереди зимней уборки',
      number: `${c.year()}-У-7`,
      authority,
      contact: 'Отдел благоустройства (образец)',
      basis: 'Правила благоустройства; постановление № 0017Д (вымышленное)',
      territory: 'Весь округ',
      lead: 'Сначала — школы, поликлиники и остановки. Перечень действует до конца зимы.',
      text: `
Улицы первой очереди убирают до 7:00, остальные — до 12:00.

Если улицу не убрали вовремя, позвоните в диспетчерскую или оставьте пожелание на портале.`,
      notice,
      documents: [{ kind: 'notice', file: 'snowNotice' }],
      informed: [{ place: 'newspaper', text: 'Газета округа', on: notice }],
    },
  ]
}
