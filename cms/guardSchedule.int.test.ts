import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { openPortal, type Portal } from '../collections/test/openPortal.ts'
import { guardSchedule } from './guardSchedule.ts'

let portal: Portal
beforeAll(async () => {
  portal = await openPortal(inject('databaseUrl'))
})
afterAll(() => portal.close())

const requestOf = async (role: keyof Portal['users']) => {
  const user = { ...portal.users[role], collection: 'users' as const }
  return createLocalReq({ user }, portal.payload)
}

const draft = async (title: string) => {
  const { body } = await portal.request('editor', 'POST', '/pages?draft=true', { title })
  return { relationTo: 'pages' as const, value: String(body.doc.id) }
}

const scheduled = async () => {
  const doc = await draft('Выйдет завтра')
  const input = {
    type: 'publish' as const,
    doc,
    user: { relationTo: 'users' as const, value: portal.users.editor.id },
  }
  const waitUntil = new Date(Date.now() + 86_400_000)
  const { id } = await portal.payload.jobs.queue({ task: 'schedulePublish', input, waitUntil })
  return String(id)
}

const jobs = async () => (await portal.payload.count({ collection: 'payload-jobs' })).totalDocs

describe('a scheduled publication', () => {
  it.each(['volunteer', 'respondent'] as const)('is not cancelled by a %s', async (role) => {
    const deleteID = await scheduled()
    const before = await jobs()
    const schedule = vi.fn()
    await expect(guardSchedule(schedule)({ req: await requestOf(role), deleteID })).rejects.toMatchObject({
      status: 403,
    })
    expect(await jobs()).toBe(before)
    expect(schedule).not.toHaveBeenCalled()
  })

  it('is cancelled by an editor, and leaves no empty job behind', async () => {
    const deleteID = await scheduled()
    const before = await jobs()
    const schedule = vi.fn()
    await guardSchedule(schedule)({ req: await requestOf('editor'), deleteID })
    expect(await jobs()).toBe(before - 1)
    expect(schedule).not.toHaveBeenCalled()
    // A second click finds nothing to do.
    await expect(guardSchedule(schedule)({ req: await requestOf('editor'), deleteID })).resolves.toBeDefined()
  })

  it('is set by an editor only, not by those who may not publish the document', async () => {
    const doc = await draft('Когда-нибудь')
    const schedule = vi.fn()
    for (const role of ['volunteer', 'respondent'] as const)
      await expect(guardSchedule(schedule)({ req: await requestOf(role), doc })).rejects.toMatchObject({
        status: 403,
      })
    expect(schedule).not.toHaveBeenCalled()
    await guardSchedule(schedule)({ req: await requestOf('editor'), doc })
    expect(schedule).toHaveBeenCalledOnce()
  })

  it('without a document is refused', async () => {
    await expect(guardSchedule(vi.fn())({ req: await requestOf('editor') })).rejects.toMatchObject({
      status: 403,
    })
  })
})
