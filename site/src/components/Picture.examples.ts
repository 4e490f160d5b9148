import type { Example } from './example.ts'
import { drawnPicture } from './drawnPicture.ts'
import type { PictureProps } from './props.ts'

const picture = drawnPicture({ alt: 'Рисунок: пешеходный мост через Пехорку' })

export const examples: Example<PictureProps>[] = [
  {
    name: 'С подписью и автором',
    props: {
      picture: { ...picture, caption: 'Мост соединит лесопарк и квартал у школы', credit: 'редакция' },
      sizes: '(min-width: 50rem) 50rem, 100vw',
      caption: true,
    },
  },
  { name: 'Широкий кадр', props: { picture, sizes: '100vw', shape: 'wide', decorative: true } },
]
