import { expect, it } from 'vitest'
import { mapPoint } from './mapPoint.schema.ts'

const here = { latitude: 55.67634, longitude: 37.89812 }

it.each([
  '55.67634, 37.89812',
  ' 55,67634; 37,89812 ',
  'https://yandex.ru/maps/10738/lubercy/?ll=37.89812%2C55.67634&z=16',
  'https://yandex.ru/maps/?ll=37.1,55.1&pt=37.89812,55.67634',
  'https://maps.yandex.ru/?whatshere[point]=37.89812,55.67634',
])('reads «%s»', (text) => expect(mapPoint(text)).toEqual(here))

it.each([
  '',
  'у пруда',
  '59.9, 30.3',
  'https://example.org/?ll=37.89812,55.67634',
  'https://yandex.ru/maps/',
])('takes «%s» for no point of the district', (text) => expect(mapPoint(text)).toBeNull())
