import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openPortal, type Portal } from '../test/openPortal.ts'
import { verifyPreviewToken } from './previewToken.schema.ts'

let portal: Portal
beforeAll(async () => {
  portal = await openPortal(inject('databaseUrl'))
})
afterAll(() => portal.close())

describe('GET /api/preview/link', () => {
  it('gives staff an expiring address of the draft, and nobody else', async () => {
    const draft = { title: 'Черновик', topic: 'sport' }
    const { body } = await portal.request('volunteer', 'POST', '/news?draft=true', draft)
    const { id } = body.doc
    const path = `/preview/link?collection=news&id=${id}`
    const response = await portal.fetch('editor', path)
    expect(response.status).toBe(302)
    const token = response.headers.get('location')?.replace('/preview/', '') ?? ''
    const { secret } = portal.payload.config
    expect(verifyPreviewToken({ token, secret, now: new Date() })).toEqual({ collection: 'news', id })
    expect((await portal.fetch('anonymous', path)).status).toBe(401)
    expect((await portal.fetch('respondent', path)).status).toBe(404)
    expect((await portal.fetch('editor', '/preview/link?collection=users&id=1')).status).toBe(404)
  })
})
