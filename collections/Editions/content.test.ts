import type { FlattenedField } from 'payload'
import { describe, expect, it } from 'vitest'
import { contentOf, differenceOf, partsOf, partsOfContent, saysSame } from './content.ts'
import { editorialFields } from './officialFields.ts'

// The shapes that the configuration gives after Payload has flattened it; only what is read here.
const fields: FlattenedField[] = [
  { name: 'title', type: 'text', label: { ru: 'Заголовок' } },
  { name: 'lead', type: 'textarea', label: { ru: 'Суть' } },
  { name: 'noticeAt', type: 'date', label: { ru: 'Дата' }, admin: { date: { pickerAppearance: 'dayOnly' } } },
  {
    name: 'meeting',
    type: 'group',
    label: { ru: 'Собрание' },
    fields: [],
    flattenedFields: [{ name: 'startsAt', type: 'date', label: { ru: 'Начало' } }],
  },
  {
    name: 'agenda',
    type: 'array',
    label: { ru: 'Повестка' },
    fields: [],
    flattenedFields: [
      { name: 'id', type: 'text' },
      { name: 'text', type: 'text', label: { ru: 'Вопрос' } },
    ],
  },
  { name: 'houses', type: 'relationship', relationTo: 'houses', hasMany: true, label: { ru: 'Дома' } },
]

const nameOf = (_: string, id: string) => ({ id, title: `Дом ${id}` })
const doc = {
  title: 'Слушания',
  lead: 'Суть',
  noticeAt: '2026-12-04T09:00:00.000Z',
  meeting: { startsAt: new Date('2026-12-24T15:00:00Z') },
  agenda: [{ id: 'a', text: 'Первый' }],
  houses: ['h1', { id: 'h2', title: 'Улица, 2' }],
}
const partsIn = (data: Record<string, unknown>) => partsOf(fields, data, nameOf)

describe('the content of a notice', () => {
  it('is the same whatever the order of fields, the kind of a date, the ids of rows', () => {
    const same = {
      houses: [
        { id: 'h1', title: 'Дом h1' },
        { id: 'h2', title: 'Улица, 2' },
      ],
      agenda: [{ id: 'other', text: 'Первый' }],
      meeting: { startsAt: '2026-12-24T18:00:00+03:00', place: undefined },
      title: 'Слушания',
      noticeAt: new Date('2026-12-04T09:00:00Z'),
      system: '',
    }
    expect(contentOf(partsIn(same))).toBe(contentOf(partsIn(doc)))
  })

  it('leaves out what is editorial and what says nothing', () => {
    const content: unknown = JSON.parse(contentOf(partsIn({ ...doc, houses: [], agenda: null })))
    expect(content).toEqual({
      title: 'Слушания',
      noticeAt: '2026-12-04T09:00:00.000Z',
      'meeting.startsAt': '2026-12-24T15:00:00.000Z',
    })
    expect(editorialFields).toContain('lead')
  })

  it('can be read back: the difference names each field, what was and what is', () => {
    const now = partsIn({ ...doc, meeting: { startsAt: '2026-12-25T15:00:00Z' }, agenda: [], houses: ['h1'] })
    expect(differenceOf(partsOfContent(fields, contentOf(partsIn(doc))), now)).toEqual([
      {
        field: 'meeting.startsAt',
        label: 'Собрание: начало',
        before: '24 декабря 2026, 18:00',
        after: '25 декабря 2026, 18:00',
      },
      { field: 'houses', label: 'Дома', before: 'Дом h1\nУлица, 2', after: 'Дом h1' },
      { field: 'agenda', label: 'Повестка', before: 'Первый', after: '' },
    ])
    expect(differenceOf(partsOfContent(fields, contentOf(now)), now)).toEqual([])
  })

  it('names a file by its checksum, and reads one of before as the same that named it without', () => {
    const files: FlattenedField[] = [
      { name: 'act', type: 'upload', relationTo: 'media', label: { ru: 'Акт' } },
    ]
    const partsWith = (sha256?: string) =>
      partsOf(files, { act: 'f1' }, (_, id) => ({ id, title: 'akt.pdf', ...(sha256 ? { sha256 } : {}) }))
    const content = contentOf(partsWith('aa'))
    expect(JSON.parse(content)).toEqual({ act: [{ id: 'f1', title: 'akt.pdf', sha256: 'aa' }] })
    expect(saysSame(content, partsWith('aa'))).toBe(true)
    expect(saysSame(content, partsWith('bb'))).toBe(false)
    expect(saysSame(contentOf(partsWith()), partsWith('aa'))).toBe(true)
    expect(contentOf(partsOfContent(files, content))).toBe(content)
  })
})
