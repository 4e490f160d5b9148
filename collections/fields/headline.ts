import type { TextField, TextareaField } from 'payload'

type Headline = { description?: Record<string, string>; label?: Record<string, string> }

export const title = ({ description, label }: Headline = {}): TextField => ({
  name: 'title',
  type: 'text',
  label: label ?? { ru: 'Заголовок', en: 'Title' },
  required: true,
  maxLength: 200,
  index: true,
  admin: {
    description: description ?? {
      ru: 'Коротко и без канцелярита: «Двор на Красной Горке закончат к сентябрю». Точка в конце не нужна.',
      en: 'Short and plain. No full stop at the end.',
    },
  },
})

export const lead = ({ description, label }: Headline = {}): TextareaField => ({
  name: 'lead',
  type: 'textarea',
  label: label ?? { ru: 'Анонс', en: 'Lead' },
  maxLength: 600,
  admin: {
    rows: 3,
    description: description ?? {
      ru: 'Одно-два предложения: главное для тех, кто не откроет страницу. Их увидят в списках и в поиске.',
      en: 'One or two sentences: the essence. Shown in lists and in search.',
    },
  },
})
