import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { openPortal, type Portal } from '../test/openPortal.ts'

let portal: Portal
beforeAll(async () => {
  portal = await openPortal(inject('databaseUrl'))
})
afterAll(() => portal.close())

const house = { street: 'улица Показательная', number: '7' }

it('makes title and address, keeps the address when a spelling is corrected, and refuses the same house twice', async () => {
  const made = await portal.request('editor', 'POST', '/houses', { ...house, slug: 'chuzhoy', title: 'x' })
  expect(made.status).toBe(201)
  expect(made.body.doc).toMatchObject({ title: 'улица Показательная, 7', slug: 'ulica-pokazatelnaya-7' })
  expect(made.body.doc).not.toHaveProperty('key')

  const id = made.body.doc.id
  const corrected = await portal.request('editor', 'PATCH', `/houses/${id}`, {
    street: 'Показательная улица',
  })
  expect(corrected.body.doc).toMatchObject({
    title: 'Показательная улица, 7',
    slug: 'ulica-pokazatelnaya-7',
  })

  const again = await portal.request('editor', 'POST', '/houses', {
    street: 'ПОКАЗАТЕЛЬНАЯ УЛ.',
    number: '7',
  })
  expect(again.status).toBe(400)
  expect(JSON.stringify(again.body)).toContain('Этот дом уже есть: «Показательная улица, 7»')
  expect((await portal.payload.count({ collection: 'houses' })).totalDocs).toBe(1)
})

it('writes one row of the outbox for a change that residents see', async () => {
  const { docs } = await portal.payload.find({
    collection: 'publications',
    where: { collectionSlug: { equals: 'houses' } },
    sort: 'requestedAt',
  })
  expect(docs.map(({ kind, title }) => [kind, title])).toEqual([
    ['published', 'улица Показательная, 7'],
    ['updated', 'Показательная улица, 7'],
  ])
})
