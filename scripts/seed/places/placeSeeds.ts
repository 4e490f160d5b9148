import type { Place } from '../../../collections/payload-types.ts'
import { slugify } from '../../../collections/fields/slugify.ts'

type Hours = [days: string, from: string, to: string][]

export type PlaceSeed = {
  slug: string
  title: string
  lead: string
  category: Place['category']
  opening: Place['opening']
  hours?: Hours
  isClosedOnHolidays?: boolean
  /** Row and column among the invented houses. */
  spot?: [row: number, column: number]
  address?: string
  district?: number
  access?: NonNullable<Place['access']>
  accessNote?: string
  phone?: string
  /** Told by a source: no demo mark, and nothing that the source does not say. */
  isFact?: boolean
}

const week = '12345'
const all = '1234567'

/** Four parks are facts: that they are there, and no more. */
const parks: Omit<PlaceSeed, 'slug'>[] = [
  'Наташинский парк',
  'Парк «Дружба»',
  'Парк «Чемпион»',
  'Томилинский лесопарк',
].map((title) => ({
  title,
  lead:
    title === 'Парк «Дружба»'
      ? 'Парк в Зенине. Часы и точка входа ещё не проверены.'
      : 'Парк городского округа Люберцы. Часы и точка входа ещё не проверены.',
  category: 'parks',
  opening: 'unknown',
  isFact: true,
}))

const place = (
  title: string,
  category: Place['category'],
  lead: string,
  spot: [number, number],
  rest: Partial<PlaceSeed>,
): Omit<PlaceSeed, 'slug'> => ({ title, category, lead, spot, opening: 'hours', ...rest })

const invented: Omit<PlaceSeed, 'slug'>[] = [
  place('Сквер «Пример»', 'parks', 'Сквер с ровными дорожками и скамейками.', [0.5, 9], { opening: 'always', access: ['stepFree', 'tactile'], district: 1 }),
  place('Пруд у Учебной улицы', 'parks', 'Берег с настилом и освещением.', [5.2, 8], { opening: 'always', district: 5 }),
  place('Библиотека «Пример»', 'culture', 'Читальный зал, кружки и место для встреч с депутатами.', [1.2, 4], { hours: [[week, '10:00', '20:00'], ['6', '10:00', '18:00']], isClosedOnHolidays: true, access: ['stepFree', 'toilet', 'loop', 'help'], accessNote: 'Вход со двора, кнопка вызова слева от двери.', district: 2 }),
  place('Дом культуры «Образец»', 'culture', 'Концерты, студии и зал собраний.', [3.2, 2], { hours: [[all, '09:00', '22:00']], access: ['ramp', 'lift', 'parking'], district: 3 }),
  place('Музей вымышленных вещей', 'culture', 'Небольшой музей: того, что в нём хранится, не было.', [2.2, 12], { hours: [['3456', '11:00', '19:00'], ['7', '11:00', '17:00']], access: ['stepFree'], district: 4 }),
  place('Кинотеатр «Показ»', 'culture', 'Ночные сеансы по пятницам и субботам.', [8.2, 10], { hours: [['12347', '10:00', '23:00'], ['56', '10:00', '02:00']], access: ['lift', 'toilet', 'parking'], district: 7 }),
  place('Стадион «Условный»', 'sport', 'Беговая дорожка и поле.', [4.2, 11], { hours: [[all, '06:00', '23:00']], access: ['stepFree', 'changing'], district: 4 }),
  place('Бассейн «Проба»', 'sport', 'Дорожки и детская чаша.', [6.2, 3], { hours: [[week, '07:00', '22:00'], ['67', '08:00', '20:00']], access: ['lift', 'toilet', 'help'], district: 6 }),
  place('Спортивная площадка', 'sport', 'Турники и столы для тенниса, свет до полуночи.', [7.2, 6], { hours: [[all, '06:00', '00:00']], district: 6 }),
  place('Лыжная база «Пример»', 'sport', 'Прокат зимой.', [0.2, 13], { hours: [['67', '09:00', '17:00']], district: 1 }),
  place('Поликлиника «Образцовая»', 'health', 'Взрослое отделение.', [8.2, 7], { hours: [[week, '08:00', '20:00'], ['6', '09:00', '15:00']], isClosedOnHolidays: true, access: ['ramp', 'lift', 'toilet', 'tactile', 'parking'], district: 7 }),
  place('Аптека «Круглые сутки»', 'health', 'Ночью — через окно.', [5.2, 5], { hours: [[all, '00:00', '00:00']], access: ['stepFree'], district: 5 }),
  place('Травмпункт «Демо»', 'health', 'Принимает без записи.', [3.2, 6], { opening: 'always', access: ['ramp', 'help'], district: 3 }),
  place('Детская площадка «Примерка»', 'children', 'Качели, в том числе для колясок.', [1.2, 8], { opening: 'always', access: ['stepFree'], district: 2 }),
  place('Центр творчества «Образец»', 'children', 'Кружки для школьников.', [2.2, 3], { hours: [['123456', '09:00', '20:00']], isClosedOnHolidays: true, access: ['ramp', 'changing'], district: 4 }),
  place('Молочная кухня', 'children', 'Выдача по утрам.', [9.2, 5], { hours: [['135', '06:30', '10:00']], access: ['stepFree', 'changing'], district: 8 }),
  place('МФЦ «Пример»', 'services', 'Документы и справки в одном окне.', [4.2, 4], { hours: [['123456', '08:00', '20:00']], isClosedOnHolidays: true, access: ['stepFree', 'toilet', 'tactile', 'parking', 'help'], district: 4 }),
  place('Почта «Пример»', 'services', 'Письма и посылки, обед с часа до двух.', [6.2, 6], { hours: [[week, '08:00', '13:00'], [week, '14:00', '20:00'], ['6', '09:00', '18:00']], isClosedOnHolidays: true, access: ['ramp'], district: 6 }),
  place('Пункт приёма батареек', 'services', 'Батарейки и лампы.', [9.2, 2], { hours: [['26', '10:00', '14:00']], district: 8 }),
  place('Рынок «Демонстрационный»', 'shops', 'Овощи, молоко, рыба.', [5.5, 3], { hours: [['234567', '07:00', '18:00']], access: ['stepFree', 'parking'], district: 5 }),
  place('Пекарня «Проба»', 'shops', 'Хлеб с утра.', [9.5, 4], { hours: [[all, '07:00', '21:00']], district: 8 }),
] // prettier-ignore

export const placeSeeds: PlaceSeed[] = [...parks, ...invented].map((seed, index) => ({
  ...seed,
  slug: slugify(seed.title),
  ...(seed.isFact
    ? {}
    : {
        address: `Люберцы, Примерная улица, ${index + 20} (вымышлено)`,
        phone: `+7 000 000-30-${String(index).padStart(2, '0')}`,
      }),
}))
