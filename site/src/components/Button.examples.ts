import type { Example } from './example.ts'
import type { ButtonProps } from './props.ts'

export const examples: Example<ButtonProps>[] = [
  { name: 'Главная', props: { href: '#', label: 'Подать предложение' } },
  {
    name: 'Обычная, со знаком',
    props: { href: '#', label: 'Добавить в календарь', icon: 'calendar', plain: true },
  },
  { name: 'Действие на месте, без адреса', props: { label: 'Включить уведомления', plain: true } },
]
