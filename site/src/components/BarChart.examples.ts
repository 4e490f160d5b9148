import type { Example } from './example.ts'
import type { BarChartProps } from './props.ts'

const words = { caption: 'Пожелания по темам', group: 'Тема', unit: 'Пожеланий' }

export const examples: Example<BarChartProps>[] = [
  {
    name: 'Числа',
    props: {
      ...words,
      groups: [
        { key: 'yards', label: 'Дворы и благоустройство', count: 24 },
        { key: 'roads', label: 'Дороги и тротуары', count: 11 },
        { key: 'light', label: 'Освещение', count: 0 },
      ],
    },
  },
  {
    name: 'Малые группы скрыты',
    props: {
      ...words,
      groups: [
        { key: 'yards', label: 'Дворы & <сады>', count: 24 },
        { key: 'roads', label: 'Дороги и тротуары', count: 'hidden' },
        { key: 'parks', label: 'Парки и зелень', count: 'hidden' },
        { key: 'light', label: 'Освещение', count: 'small' },
      ],
    },
  },
]
