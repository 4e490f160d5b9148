import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { openPortal, type Portal } from '../test/openPortal.ts'
import { pdfOf } from '../test/pdfOf.ts'

let portal: Portal
beforeAll(async () => {
  portal = await openPortal(inject('databaseUrl'))
})
afterAll(() => portal.close())

const document = (more: object = {}) => ({
  title: 'Правила приёма',
  kind: 'decision',
  authority: 'council',
  number: '15/3',
  adoptedAt: '2026-11-12T09:00:00.000Z',
  state: 'inForce',
  _status: 'published',
  ...more,
})

it('a repealed document says by which it was repealed', async () => {
  const bare = await portal.request('editor', 'POST', '/documents', document({ state: 'repealed' }))
  expect(bare.status).toBe(400)
  expect(bare.body.errors[0].data.errors[0]).toMatchObject({ path: 'repealedByText' })
  const words = await portal.request(
    'editor',
    'POST',
    '/documents',
    document({ state: 'repealed', repealedByText: 'решением № 2/1' }),
  )
  expect(words.status).toBe(201)
  const { body } = await portal.request('editor', 'POST', '/documents', document({ number: '16/1' }))
  const named = await portal.request(
    'editor',
    'POST',
    '/documents',
    document({ state: 'repealed', repealedBy: body.doc.id }),
  )
  expect(named.status).toBe(201)
})

it('takes effect not before it was adopted', async () => {
  const reply = await portal.request(
    'editor',
    'POST',
    '/documents',
    document({ effectiveAt: '2026-11-11T09:00:00.000Z' }),
  )
  expect(reply.body.errors[0].data.errors[0]).toMatchObject({ path: 'effectiveAt' })
})

it('reads the words of a PDF at upload; residents get them with a published document, and nobody writes them', async () => {
  const bytes = await pdfOf('Депутат принимает граждан дважды в месяц.', 'Пандус обязателен.')
  const file = { bytes, name: 'reshenie.pdf', type: 'application/pdf', data: { text: 'подложный текст' } }
  const { body: uploaded } = await portal.upload('volunteer', 'POST', '/media', file)
  expect(uploaded.doc.text).toContain('Депутат принимает граждан дважды в месяц')
  expect(uploaded.doc.text).not.toContain('подложный')
  const forged = await portal.request('editor', 'PATCH', `/media/${uploaded.doc.id}`, { text: 'другое' })
  expect(forged.body.doc.text).toContain('Пандус обязателен')

  const snapshot = async () => await (await portal.fetch('anonymous', '/snapshot?since=0')).text()
  expect(await snapshot()).not.toContain('Пандус обязателен')
  await portal.request(
    'editor',
    'POST',
    '/documents',
    document({ number: '17', documents: [{ title: 'Текст', file: uploaded.doc.id }] }),
  )
  expect(await snapshot()).toContain('Пандус обязателен')
})
