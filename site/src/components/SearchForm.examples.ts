import type { Example } from './example.ts'
import type { SearchFormProps } from './props.ts'

// One, because a page has one search: a second would be a second landmark of the same name.
export const examples: Example<SearchFormProps>[] = [
  {
    name: 'С длинными словами',
    props: {
      form: 'example-search',
      field: 'example-search-field',
      sent: { action: '/poisk/', name: 'q' },
      label: 'Что найти в новостях, событиях, слушаниях и ответах депутатов',
      hint: 'В любой форме: «депутаты» — это и «депутата». Вместо «ё» можно писать «е». Хватает одного-двух главных слов, остальные только мешают.',
      autocomplete: 'off',
    },
  },
]
