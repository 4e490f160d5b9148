/** What questions are about: the select values are also addresses, /voprosy/tema/<value>/. */
export const questionTopics = [
  { value: 'yards', ru: 'Дворы и благоустройство', en: 'Yards' },
  { value: 'transport', ru: 'Транспорт и дороги', en: 'Transport and roads' },
  { value: 'housing', ru: 'Жильё, ЖКХ и капремонт', en: 'Housing' },
  { value: 'schools', ru: 'Школы и детские сады', en: 'Schools' },
  { value: 'health', ru: 'Здоровье', en: 'Health' },
  { value: 'ecology', ru: 'Экология и мусор', en: 'Ecology' },
  { value: 'law', ru: 'Права и документы', en: 'Rights and papers' },
  { value: 'council', ru: 'Работа власти', en: 'How the authorities work' },
  { value: 'other', ru: 'Другое', en: 'Other' },
] as const

export type QuestionTopic = (typeof questionTopics)[number]['value']
