import sharp from 'sharp'
import { booth, clinic, entrance, hall, library } from './indoors.ts'
import {
  bridge,
  houses,
  park,
  pines,
  playground,
  rain,
  rink,
  roadworks,
  roof,
  saplings,
  school,
  stage,
  train,
} from './outdoors.ts'
import { sheet } from './pen.ts'

/** The key names the file too: `risunok-<key>.png`. `alt` says what is on the sheet, not what the news is about. */
export const pictures = {
  bridge: { draw: bridge, alt: 'Пешеходный мост через реку: слева сосны, справа панельные дома' },
  pines: { draw: pines, alt: 'Дорожка между высокими соснами и пустая скамейка' },
  houses: { draw: houses, alt: 'Панельные дома разной высоты, между ними молодые деревья' },
  train: { draw: train, alt: 'Электропоезд у платформы, над ним контактная сеть' },
  school: { draw: school, alt: 'Трёхэтажная школа с широким крыльцом, у входа велосипеды' },
  library: { draw: library, alt: 'Читальный зал: полки с книгами, стол с лампой, за окном сосны' },
  playground: { draw: playground, alt: 'Детская площадка во дворе: качели, горка и песочница' },
  clinic: { draw: clinic, alt: 'Поликлиника с пандусом у входа' },
  park: { draw: park, alt: 'Аллея парка с фонарями и скамейками среди сосен' },
  rain: { draw: rain, alt: 'Автобус у остановки в дождь, на дороге лужи' },
  roadworks: { draw: roadworks, alt: 'Дорожный каток, ограждение и конусы на улице с домами' },
  hall: { draw: hall, alt: 'Зал заседаний: стол президиума, трибуна и ряды пустых кресел' },
  saplings: { draw: saplings, alt: 'Ряд саженцев с колышками, лопата и лейка' },
  rink: { draw: rink, alt: 'Дворовый каток зимой: борта, ворота и клюшка, идёт снег' },
  roof: { draw: roof, alt: 'Дом в строительных лесах: ремонтируют крышу' },
  stage: { draw: stage, alt: 'Летняя эстрада в парке, перед ней скамейки' },
  booth: { draw: booth, alt: 'Помещение для голосования: две кабины со шторками и урна' },
  entrance: { draw: entrance, alt: 'Подъезд панельного дома, рядом доска объявлений' },
} as const

export type PictureKey = keyof typeof pictures

/** The author line of every drawing. */
export const credit = 'Рисунок для портала'

/** The picture as a PNG of 1600 × 1000: what is important stays inside every crop the site makes. */
export const renderPicture = (key: PictureKey) =>
  sharp(Buffer.from(sheet(pictures[key].draw())), { density: 144 })
    .resize(1600, 1000)
    .png({ palette: true })
    .toBuffer()
