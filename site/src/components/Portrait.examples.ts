import type { Example } from './example.ts'
import { drawnPicture } from './drawnPicture.ts'
import type { PortraitProps } from './props.ts'

export const examples: Example<PortraitProps>[] = [
  { name: 'Фотографии пока нет', props: { firstName: 'Вера', lastName: 'Образцова' } },
  {
    name: 'Фотография, кадр по точке интереса',
    props: {
      firstName: 'Пётр',
      lastName: 'Примеров',
      picture: drawnPicture({ alt: 'Пётр Примеров', focalX: 20, focalY: 40 }),
    },
  },
]
