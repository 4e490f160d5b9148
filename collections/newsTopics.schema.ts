/** Topics of the news: the select values are also the address, /novosti/tema/<value>/. */
export const newsTopics = [
  { value: 'improvement', ru: 'Благоустройство', en: 'Improvement of the area' },
  { value: 'transport', ru: 'Транспорт и дороги', en: 'Transport and roads' },
  { value: 'capitalRepair', ru: 'Капитальный ремонт', en: 'Capital repair' },
  { value: 'housing', ru: 'Жильё и ЖКХ', en: 'Housing and utilities' },
  { value: 'council', ru: 'Совет депутатов', en: 'Council of deputies' },
  { value: 'schools', ru: 'Школы и детские сады', en: 'Schools and kindergartens' },
  { value: 'culture', ru: 'Культура', en: 'Culture' },
  { value: 'sport', ru: 'Спорт', en: 'Sport' },
  { value: 'health', ru: 'Здоровье', en: 'Health' },
  { value: 'safety', ru: 'Безопасность', en: 'Safety' },
  { value: 'ecology', ru: 'Экология', en: 'Ecology' },
  { value: 'elections', ru: 'Выборы', en: 'Elections' },
] as const

export type NewsTopic = (typeof newsTopics)[number]['value']

/** Address of a topic's list, with the trailing slash. */
export const topicPath = (topic: NewsTopic): string => `/novosti/tema/${topic}/`
