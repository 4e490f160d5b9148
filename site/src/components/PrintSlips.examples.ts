import type { Example } from './example.ts'
import type { PrintSlipsProps } from './props.ts'

export const examples: Example<PrintSlipsProps>[] = [
  {
    name: 'Отрывные листки (видны при печати)',
    props: {
      url: 'https://portal.example/slushaniya/proekt/',
      when: '27 ноября 2026, 18:00',
      what: 'Проект планировки квартала у станции',
    },
  },
]
