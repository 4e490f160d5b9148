import { describe, expect, it } from 'vitest'
import { planImport, type Known } from './planImport.ts'

const nothing: Known = { houses: [], districts: new Map([[4, 'id-of-4']]) }
const plan = (text: string, known = nothing) => planImport(Buffer.from(text), known)

/** What the plan writes, as if it had been written. */
const after = (text: string): Known => ({
  ...nothing,
  houses: plan(text).create.map(({ key, slug, title, streetSlug, ...values }, index) => ({
    id: String(index),
    key: String(key),
    slug: String(slug),
    title: String(title),
    values,
  })),
})

const file = `Улица;Дом;Корпус;Округ;Широта;УИК;Ремонт состояние
Октябрьский проспект;12;2;4;55,67;1547;в плане
улица Мира;8а;;;;;
`

describe('an import of houses', () => {
  it('reads a spreadsheet of ours', () => {
    expect(plan(file)).toMatchObject({
      create: [
        {
          title: 'Октябрьский проспект, 12, корп. 2',
          slug: 'oktyabrskiy-prospekt-12-korp-2',
          district: 'id-of-4',
          latitude: 55.67,
          'pollingStation.number': 1547,
          'repair.state': 'planned',
        },
        { title: 'улица Мира, 8а', district: null },
      ],
      update: [],
      errors: [],
    })
  })

  it('reads the same with commas, a byte order mark and columns in another order', () => {
    const { create, errors } = plan(
      '\ufeff"ДОМ",Улица,Корпус,«Широта»\r\n12,Октябрьский проспект,2,"55,67"\r\n',
    )
    expect(errors).toEqual([])
    expect(create).toMatchObject([{ title: 'Октябрьский проспект, 12, корп. 2', latitude: 55.67 }])
  })

  it('reads Windows-1251', () => {
    // «Улица;Дом\nМира;1»
    const bytes = Buffer.from([
      0xd3, 0xeb, 0xe8, 0xf6, 0xe0, 0x3b, 0xc4, 0xee, 0xec, 0x0a, 0xcc, 0xe8, 0xf0, 0xe0, 0x3b, 0x31,
    ])
    expect(planImport(bytes, nothing).create).toMatchObject([{ title: 'Мира, 1' }])
  })

  it('changes nothing the second time, however the street is written in the base', () => {
    expect(plan(file, after(file))).toMatchObject({ create: [], update: [], unchanged: 2, errors: [] })
  })

  it('changes what differs, and leaves alone the fields that the file does not have', () => {
    const { update, unchanged } = plan('Улица;Дом;Корпус;УИК\nОктябрьский проспект;12;2;99\n', after(file))
    expect(unchanged).toBe(0)
    expect(update).toHaveLength(1)
    expect(update[0]?.set).toMatchObject({ 'pollingStation.number': 99 })
    expect(update[0]?.set).not.toHaveProperty('district')
  })

  it('empties a field whose cell is empty', () => {
    const { update } = plan('Улица;Дом;Корпус;УИК\nОктябрьский проспект;12;2;\n', after(file))
    expect(update[0]?.set).toMatchObject({ 'pollingStation.number': null })
  })

  it.each([
    [';5', 'Не указана улица.'],
    ['Мира;', 'Не указан номер дома.'],
    ['Мира;д. 5', 'Номер дома «д. 5» начинается не с цифры.'],
    ['Мира;1;9', 'Округа «9» нет: нужен его номер.'],
    ['Мира;1;;12', '«Широта»: «12» — не число от 55 до 57.'],
    ['Мира;1;;;1,5', '«УИК»: «1,5» — не целое число.'],
    ['Мира;1;;;;javascript:alert(1)', '«УК сайт»: «javascript:alert(1)» — не адрес с https://.'],
    ['Первая;1', 'Дом «Первая, 1» уже есть в строке 2.'],
  ])('names what is wrong with a row, and its line: %s', (row, message) => {
    const { create, errors } = plan(`Улица;Дом;Округ;Широта;УИК;УК сайт\nПервая;1\n${row}\nПоследняя;3\n`)
    expect(errors).toEqual([{ line: 3, message }])
    expect(create).toHaveLength(2)
  })

  it('refuses a file without the columns of an address', () => {
    expect(plan('Адрес;Дом\nМира;1\n').errors).toEqual([
      { line: 1, message: 'В первой строке нет столбцов: Улица.' },
    ])
  })

  it('gives two houses whose names are alike in Latin letters two addresses', () => {
    const { create } = plan('Улица;Дом\nОбъездная;1\nОбездная;1\n')
    expect(create.map(({ slug }) => slug)).toEqual(['obezdnaya-1', 'obezdnaya-1-2'])
  })
})
