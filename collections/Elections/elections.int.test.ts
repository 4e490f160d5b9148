import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openPortal, type Portal } from '../test/openPortal.ts'

let portal: Portal
beforeAll(async () => {
  portal = await openPortal(inject('databaseUrl'))
})
afterAll(() => portal.close())

const source = { name: 'Избирательная комиссия', checkedAt: '2026-11-20T09:00:00.000Z' }
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
const election = (more: object = {}) => ({
  title: 'Выборы Совета',
  kind: 'council',
  votingFrom: inDays(40),
  votingTo: inDays(40),
  source,
  _status: 'published',
  ...more,
})
const body = (text: string) => ({
  root: {
    type: 'root',
    format: '',
    indent: 0,
    version: 1,
    direction: 'ltr',
    children: [
      {
        type: 'paragraph',
        version: 1,
        format: '',
        indent: 0,
        direction: 'ltr',
        children: [{ type: 'text', text, version: 1, format: 0, mode: 'normal', style: '', detail: 0 }],
      },
    ],
  },
})

describe('a figure of turnout', () => {
  const figure = { title: 'Выборы 2016 года', year: 2016, percent: 31 }

  it('is not saved without its source and the day it was checked, and nobody sees it', async () => {
    const bare = await portal.request('editor', 'POST', '/turnout', figure)
    expect(bare.status).toBe(400)
    const undated = await portal.request('editor', 'POST', '/turnout', {
      ...figure,
      source: { name: source.name },
    })
    expect(undated.body.errors[0].data.errors[0]).toMatchObject({ path: 'source.checkedAt' })
    expect((await portal.request('anonymous', 'GET', '/turnout')).body.docs).toEqual([])
  })

  it('is public as soon as it is saved, and cannot lose its source later', async () => {
    const { body: made } = await portal.request('editor', 'POST', '/turnout', { ...figure, source })
    expect((await portal.request('anonymous', 'GET', '/turnout')).body.docs).toHaveLength(1)
    const robbed = await portal.request('editor', 'PATCH', `/turnout/${made.doc.id}`, {
      source: { name: '', checkedAt: null },
    })
    expect(robbed.status).toBe(400)
  })

  it('is no volunteer’s to write', async () => {
    expect((await portal.request('volunteer', 'POST', '/turnout', { ...figure, source })).status).toBe(403)
  })
})

describe('a page of elections', () => {
  it('is not published without its source, but a volunteer may draft it', async () => {
    const { source: _, ...bare } = election()
    expect((await portal.request('editor', 'POST', '/elections', bare)).status).toBe(400)
    const draft = await portal.request('volunteer', 'POST', '/elections?draft=true', {
      ...bare,
      _status: 'draft',
    })
    expect(draft.status).toBe(201)
  })

  it('takes no agitation and no forecast, in title, stages and text', async () => {
    for (const more of [
      { lead: 'Голосуйте за наших!' },
      { body: body('Прогноз выборов: победит явка.') },
      { stages: [{ title: 'Поддержите кандидата', from: inDays(1) }] },
    ]) {
      const reply = await portal.request('editor', 'POST', '/elections', election(more))
      expect(reply.status).toBe(400)
      expect(reply.body.errors[0].message).toContain('Страница выборов нейтральна')
    }
  })

  it('ends not before it begins', async () => {
    const reply = await portal.request('editor', 'POST', '/elections', election({ votingTo: inDays(39) }))
    expect(reply.body.errors[0].data.errors[0]).toMatchObject({ path: 'votingTo' })
  })
})

describe('the forbidden days', () => {
  const forecast = (title: string) => ({
    title,
    topic: 'council',
    body: body('Рейтинг кандидатов перед выборами.'),
    _status: 'published',
  })

  it('let no news with polls and forecasts out, and let it out when none is near', async () => {
    await portal.request('editor', 'POST', '/elections', election())
    expect((await portal.request('editor', 'POST', '/news', forecast('До срока'))).status).toBe(201)
    await portal.request(
      'editor',
      'POST',
      '/elections',
      election({ votingFrom: inDays(3), votingTo: inDays(4) }),
    )
    const refused = await portal.request('editor', 'POST', '/news', forecast('В тишину'))
    expect(refused.status).toBe(400)
    expect(refused.body.errors[0].message).toContain('67-ФЗ, ст. 46')
    const plain = { ...forecast('О дворе'), body: body('Во дворе починили свет.') }
    expect((await portal.request('editor', 'POST', '/news', plain)).status).toBe(201)
  })
})

it('publishes no poll about elections, candidates or parties', async () => {
  const poll = (question: string) => ({
    title: 'Голосование',
    question,
    options: [{ text: 'Да' }, { text: 'Нет' }],
    kind: 'single',
    level: 'open',
    results: 'afterClose',
    opensAt: inDays(1),
    closesAt: inDays(2),
    _status: 'published',
  })
  expect((await portal.request('editor', 'POST', '/polls', poll('Нравится ли Вам кандидат?'))).status).toBe(
    400,
  )
  expect((await portal.request('editor', 'POST', '/polls', poll('Нужен ли во дворе каток?'))).status).toBe(
    201,
  )
})
