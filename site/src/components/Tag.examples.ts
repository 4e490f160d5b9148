import type { Example } from './example.ts'
import type { TagProps } from './props.ts'

export const examples: Example<TagProps>[] = [
  { name: 'Обычная', props: { label: 'Срок продлён до 20 января' } },
  { name: 'Сейчас', props: { label: 'Идёт', tone: 'now' } },
  { name: 'Сделано', props: { label: 'Есть заключение', tone: 'done' } },
  { name: 'Дольше срока', props: { label: 'Дольше срока', tone: 'late' } },
  { name: 'Демонстрация', props: { label: 'демо', tone: 'demo' } },
]
