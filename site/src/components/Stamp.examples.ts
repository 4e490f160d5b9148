import type { Example } from './example.ts'
import type { StampProps } from './props.ts'

export const examples: Example<StampProps>[] = [
  {
    name: 'Реквизиты оповещения',
    props: {
      rows: [
        { label: '№', value: '2026-14' },
        { label: 'Дата', value: '09.11.2026' },
        { label: 'Орган', value: 'Администрация городского округа' },
        { label: 'Основание', value: 'ГрК РФ, ст. 5.1' },
        { label: 'Редакция', value: '2 от 11.11.2026' },
      ],
    },
  },
  { name: 'Только номер', props: { rows: [{ label: '№', value: '2026-14' }] } },
]
