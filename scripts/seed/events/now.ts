import type { DemoClock } from '../time/demoClock.ts'
import type { EventSeed } from './eventSeed.ts'

/** What runs on the day of seeding: at any hour the exhibition, between eight and ten the saplings as well. */
export function now(c: DemoClock): EventSeed[] {
  // By day the event began a while ago and lasts some hours more; at night it keeps office hours.
  const isDay = c.hour >= 8 && c.hour < 21
  const start = isDay ? Math.max(8, c.hour - 2) : 10
  const end = isDay ? Math.min(22, Math.max(16, c.hour + 2)) : 16
  const clock = (hour: number, minute = '00') => `${String(hour).padStart(2, '0')}:${minute}`
  return [
    {
      slug: 'vydacha-sazhencev-dlya-dvorov',
      title: 'Выдача саженцев для дворов',
      lead: 'Липы, клёны и сирень, до пяти штук на двор. Возьмите схему двора или адрес.',
      audience: ['everyone', 'volunteers'],
      on: 0,
      from: clock(start),
      to: clock(end),
      place: { name: 'Наташинский парк', address: 'Люберцы, главный вход', note: 'Палатка слева от ворот' },
      organizer: 'Комитет по благоустройству и транспорту',
      deputies: ['petr-primerov'],
      cover: 'saplings',
      text: `
Каждому саженцу дают бирку с номером: по ней дерево заменят, если оно не приживётся за год.

Привезти саженцы тем, кому тяжело нести, помогут добровольцы: скажите об этом в палатке.`,
      programme: [
        [clock(start), 'Начало выдачи'],
        [clock(start + 1), 'Как сажать: показ на примере', 'Повторяется каждый час'],
        [clock(end), 'Закрываем палатку'],
      ],
      accessibility: 'Вход без ступеней, выдача на высоте стола.',
      updates: isDay
        ? [
            [clock(start, '10'), 'Начали. Очередь — десять минут.'],
            [clock(start + 1, '05'), 'Осталось больше половины лип, сирень заканчивается.', 'saplings'],
          ]
        : [],
      documents: ['plantingMemo'],
    },
    {
      slug: 'vystavka-moy-dvor-cherez-desyat-let',
      title: 'Выставка «Мой двор через десять лет»',
      lead: 'Макеты и чертежи школьников и студентов. Можно оставить записку автору.',
      audience: ['everyone', 'parents', 'youth'],
      on: -2,
      last: 9,
      place: {
        name: 'Дом культуры',
        address: 'Демонстрационная улица, 1',
        note: 'Холл второго этажа, есть лифт',
      },
      district: 3,
      organizer: 'Дом культуры',
      text: 'Тридцать два макета: по одному от каждой школы и кружка. Лучшие решения покажут комитету по благоустройству.',
      accessibility: 'Лифт, подписи крупным шрифтом, макеты можно трогать.',
    },
  ]
}
