import type { SeatsAnswer } from '../../../collections/Registrations/registrations.schema.ts'

/** «Свободно 5 мест из 12», «Мест нет, в листе ожидания 3 человека» */
export function seatsWords({ seats, free, waiting }: SeatsAnswer): string {
  if (free > 0) return `Свободно ${free} ${form(free, ['место', 'места', 'мест'])} из ${seats}`
  return waiting > 0
    ? `Мест нет, в листе ожидания ${waiting} ${form(waiting, ['человек', 'человека', 'человек'])}`
    : 'Мест нет, можно встать в лист ожидания'
}

function form(count: number, [one, few, many]: [string, string, string]): string {
  const rule = new Intl.PluralRules('ru').select(count)
  return rule === 'one' ? one : rule === 'few' ? few : many
}
