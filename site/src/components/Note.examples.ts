import type { Example } from './example.ts'
import type { NoteProps } from './props.ts'

export const examples: Example<NoteProps>[] = [
  { name: 'Пояснение', props: {}, slot: '<p>Обычное пояснение: что это и почему так.</p>' },
  {
    name: 'Предупреждение',
    props: { tone: 'warn' },
    slot: '<p><b>Отменено.</b> Проект отозван на доработку. Новую дату объявим здесь.</p>',
  },
  {
    name: 'Сейчас',
    props: { tone: 'now' },
    slot: '<p><b>Заседание идёт.</b> <a href="#">Смотреть трансляцию</a>, сейчас вопрос 4 из 9.</p>',
  },
]
