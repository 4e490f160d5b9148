import type { Example } from './example.ts'
import type { FactsProps } from './props.ts'

const slot =
  '<div><dt>Когда</dt><dd><b>27 ноября 2026, 18:00</b><br>регистрация с 17:30</dd></div>' +
  '<div><dt>Где</dt><dd>Дом культуры, Демонстрационная улица, 1, зал 2</dd></div>' +
  '<div><dt>Помощник</dt><dd>Не указан</dd></div>'

export const examples: Example<FactsProps>[] = [
  { name: 'Столбцом', props: {}, slot },
  { name: 'Подписи в своей колонке', props: { wide: true }, slot },
]
