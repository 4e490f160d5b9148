import type { Example } from './example.ts'
import type { SourceMarkProps } from './props.ts'

export const examples: Example<SourceMarkProps>[] = [
  {
    name: 'Со ссылкой и датой проверки',
    props: { source: { name: 'Официальный сайт округа', url: '#', checkedAt: '2026-11-03T09:00:00Z' } },
  },
  { name: 'Без ссылки', props: { source: { name: 'Пресс-служба округа' } } },
]
