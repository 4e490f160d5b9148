import type { DemoClock } from '../time/demoClock.ts'
import type { EventSeed } from './eventSeed.ts'

/** What takes place again and again: with a date cancelled, one moved, one that was left out, and the first ones over. */
export function series(c: DemoClock): EventSeed[] {
  const saturday = c.next(6)
  const friday = c.next(5)
  return [
    {
      slug: 'chtenie-vsluh-po-subbotam',
      title: 'Чтение вслух: час для детей и родителей',
      lead: 'Читаем по ролям, потом пьём чай. Детям от четырёх лет, взрослые остаются в зале.',
      audience: ['parents'],
      on: saturday - 28,
      from: '12:00',
      to: '13:00',
      place: { name: 'Библиотека', address: 'Примерная улица, 5', note: 'Комната сказок, первый этаж' },
      district: 4,
      organizer: 'Библиотека на Примерной улице',
      cover: 'library',
      accessibility: 'Пандус с торца. Коляску можно оставить у гардероба.',
      specialists: [
        { name: 'Ольга Вымыслова', role: 'Логопед', answers: 'Когда пора обращаться и что делать дома' },
      ],
      repeat: {
        weekly: ['6'],
        until: saturday + 70,
        cancelled: [{ on: saturday + 7, why: 'В библиотеке меняют проводку' }],
        moved: [
          {
            on: saturday + 14,
            to: saturday + 15,
            from: '15:00',
            why: 'В субботу зал занят ёлкой',
            place: 'Библиотека, большой зал',
          },
        ],
        skipped: [saturday + 35],
        outcomes: [
          {
            on: saturday - 14,
            summary: 'Прочитали три сказки. Попросили поставить вешалки пониже.',
            participants: 23,
          },
          {
            on: saturday - 7,
            summary: 'Дети придумали конец к сказке, он висит в холле. Вешалки уже перевесили.',
            participants: 31,
            photos: ['library'],
          },
        ],
      },
    },
    {
      slug: 'chas-avtovladeltsa',
      title: 'Час автовладельца: земля под гаражами, проезды, шлагбаумы',
      lead: 'Каждую вторую пятницу месяца. Вопросы можно прислать заранее.',
      kind: 'reception',
      audience: ['drivers'],
      on: friday,
      from: '18:00',
      to: '19:30',
      place: { name: 'Малый зал администрации', address: 'Образцовый проезд, 1' },
      deputies: ['grigoriy-abzacev'],
      organizer: 'Совет депутатов',
      specialists: [
        {
          name: 'Павел Вымышленный',
          role: 'Общественный юрист',
          answers: 'Аренда и выкуп земли под гаражом',
        },
        { role: 'Инженер дорожной службы', answers: 'Свет и проезды у кооперативов' },
      ],
      seats: 30,
      repeat: { monthly: { weeks: '2', weekday: '5' }, until: friday + 180 },
    },
  ]
}
