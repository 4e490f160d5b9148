import type { Example } from './example.ts'
import type { PlateProps } from './props.ts'

export const examples: Example<PlateProps>[] = [
  { name: 'Дом', props: { street: 'Примерная улица', number: '8', as: 'p' } },
  {
    name: 'Длинный адрес',
    props: { street: 'Улица Демонстрационно-Показательного проезда', number: '112к3', as: 'p' },
  },
]
