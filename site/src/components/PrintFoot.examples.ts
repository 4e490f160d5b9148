import type { Example } from './example.ts'
import type { PrintFootProps } from './props.ts'

export const examples: Example<PrintFootProps>[] = [
  {
    name: 'Низ листа с QR-кодом (виден при печати)',
    props: {
      url: 'https://portal.example/slushaniya/proekt/',
      text: 'Наведите камеру телефона на код: откроются материалы и сроки.',
      small: 'Редакция 2 от 11.11.2026. Просим не снимать до 05.12.2026.',
    },
  },
]
