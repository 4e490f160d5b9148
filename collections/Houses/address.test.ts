import { describe, expect, it } from 'vitest'
import { addressKey, addressTitle } from './address.schema.ts'
import { freeSlug, houseAddress } from './houseAddress.ts'

const house = { street: 'Октябрьский проспект', number: '12', building: '2' }

describe('the address of a house', () => {
  it('reads the way people write it', () => {
    expect(addressTitle(house)).toBe('Октябрьский проспект, 12, корп. 2')
    expect(
      addressTitle({ locality: 'Томилино', street: 'улица Мира', number: '8', letter: 'а', structure: '1' }),
    ).toBe('Томилино, улица Мира, 8а, стр. 1')
  })

  it.each([
    { street: 'пр-т Октябрьский', number: '12', building: '2' },
    { street: 'ОКТЯБРЬСКИЙ ПРОСП.', number: ' 12', building: ' 2 ' },
  ])('is one and the same, however it is written: $street', (parts) => {
    expect(addressKey(parts)).toBe(addressKey(house))
  })

  it('takes a letter beside the number and in it for one', () => {
    expect(addressKey({ street: 'ул. Ёлочная', number: '8А' })).toBe(
      addressKey({ street: 'Елочная улица', number: '8', letter: 'а' }),
    )
  })

  it.each([
    { ...house, building: '3' },
    { ...house, building: null },
    { ...house, building: null, structure: '2' },
    { ...house, number: '122', building: '' },
    { ...house, street: 'Октябрьский проезд' },
    { ...house, locality: 'Томилино' },
  ])('differs where the house does: %o', (parts) => {
    expect(addressKey(parts)).not.toBe(addressKey(house))
  })

  it('has an address on the site in which a long street is cut and the number is not', () => {
    expect(houseAddress(house).slug).toBe('oktyabrskiy-prospekt-12-korp-2')
    const long = houseAddress({
      street: `улица ${'Самодеятельная '.repeat(6)}`,
      number: '144',
      building: '12',
    })
    expect(long.slug).toMatch(/-144-korp-12$/)
    expect(long.slug.length).toBeLessThanOrEqual(80)
  })

  it('takes the first address that is free', () => {
    expect(freeSlug('mira-1', (slug) => ['mira-1', 'mira-1-2'].includes(slug))).toBe('mira-1-3')
  })
})
