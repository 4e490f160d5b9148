import type { Example } from './example.ts'
import type { SectionProps } from './props.ts'

export const examples: Example<SectionProps>[] = [
  {
    name: 'Заголовок в поле',
    props: { title: 'Экспозиция', note: '12 месяцев, на 23 ноября 2026' },
    slot: '<p>Содержание стоит рядом с заголовком, на телефоне — под ним.</p>',
  },
]
