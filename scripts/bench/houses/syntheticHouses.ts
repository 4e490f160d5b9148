import { addressTitle, type AddressParts } from '../../../collections/Houses/address.schema.ts'

/** Words of which Russian towns make the names of streets, spread over the alphabet; the streets themselves are invented. */
const words =
  'Абрикосов Алмазн Апрельск Баянн Береговь Бирюзов Боров Брусничн Васильков Ветров Вишнёв Водопадн Газетн Гвоздичн Гранитн Грушев Дальн Дубов Душист Ежевичн Елов Жемчужн Жасминов Заречн Звонк Земляничн Ивов Изумрудн Иволгов Кедров Кленов Ключев Кольцов Красочн Кружевн Ландышев Лесн Липов Луговь Малинов Медов Мельничн Мостов Набатн Нагорн Норков Облачн Овражн Озёрн Ольхов Ореохов Парков Песчан Полевь Прудов Пшеничн Рассветн Родников Ромашков Рябинов Садов Светл Сиренев Смородинов Снежн Сосновь Счастлив Тенист Тихвинск Тополин Тростников Угловь Узорн Утренн Фарфоров Фиалков Фонтанн Хвойн Хлебн Холмов Цветочн Центральн Черешнев Чистовь Шиповник Широк Щедр Щитов Эховь Южн Юбилейн Ягодн Янтарн Ясенев Ярмарочн'.split(
    ' ',
  )

const types = [
  ['улица', 'ая'],
  ['проезд', 'ый'],
  ['переулок', 'ый'],
  ['проспект', 'ый'],
  ['аллея', 'ая'],
] as const

/** The same houses every time: five streets of each word, with corpuses, letters and structures among the numbers. */
export const syntheticHouses = (count: number): AddressParts[] =>
  Array.from({ length: count }, (_, index): AddressParts => {
    const street = index % (words.length * types.length)
    const [type, ending] = types[Math.floor(street / words.length)] ?? types[0]
    const place = Math.floor(index / (words.length * types.length))
    return {
      street: `${words[street % words.length]}${ending} ${type}`,
      number: String(1 + Math.floor(place / 2)),
      ...(place % 2 === 1 ? [{ building: '1' }, { letter: 'а' }, { structure: '2' }][street % 3] : {}),
    }
  })

/** The houses as a file for the import, spread over the eight districts. */
export const housesCsv = (houses: readonly AddressParts[]): string =>
  [
    'Улица;Дом;Корпус;Строение;Буква;Округ;Широта;Долгота;УИК;УИК место;Ремонт год;Ремонт работы;Ремонт состояние;УК',
    ...houses.map(({ street, number, building, structure, letter }, index) =>
      [
        street,
        number,
        building ?? '',
        structure ?? '',
        letter ?? '',
        1 + (index % 8),
        (55.6 + (index % 97) / 1000).toFixed(4),
        (37.8 + (index % 89) / 1000).toFixed(4),
        9000 + (index % 196),
        'Школа',
        2026 + (index % 5),
        'Крыша',
        'в плане',
        'Управляющая компания «Замер»',
      ].join(';'),
    ),
  ].join('\n')

/** How a resident writes the address in a hurry. */
export const clumsily = (house: AddressParts, turn: number): string => {
  const [name = '', type = ''] = house.street.split(' ')
  const { number, building, structure, letter } = house
  const parts = [
    letter && `${number}${letter}`,
    building && `${number} к${building}`,
    structure && `д.${number} стр ${structure}`,
    number,
  ].find(Boolean)
  const short =
    { улица: 'ул.', проезд: 'пр-д', переулок: 'пер', проспект: 'пр-т', аллея: 'ал.' }[type] ?? type
  const forms = [
    `${name.toLowerCase()} ${short} ${parts}`,
    `${short} ${name} ${parts}`,
    `${parts}, ${name.toUpperCase()} ${short}`,
    `${name.replaceAll('ё', 'е')} ${type} ${parts}`,
    `${slip(name.toLowerCase())} ${short} ${parts}`,
  ]
  return forms[turn % forms.length] ?? addressTitle(house)
}

/** Two letters changed about. */
const slip = (word: string): string =>
  word.length < 6 ? word : `${word.slice(0, 3)}${word[4]}${word[3]}${word.slice(5)}`
