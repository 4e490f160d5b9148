import type { Endpoint } from 'payload'
import { showPage } from '../forms/answerPage.ts'
import type { Receipt } from '../forms/form.schema.ts'
import { html } from '../forms/html.ts'
import { receive } from '../forms/receive.ts'
import { joinPaths } from './join.schema.ts'
import { joinFields } from './joinFields.ts'
import { memberCount } from './members.ts'

const receipt: Receipt = {
  title: 'Заявка принята',
  text: [
    'В течение недели координатор группы напишет или позвонит Вам.',
    'На первой встрече расскажем, кто чем занят, и Вы выберете дело. Заявку видят только редакторы портала; попросите, и её сотрут.',
  ],
  link: { href: joinPaths.page, label: 'К странице группы' },
}

/** POST /api/join. */
const join: Endpoint = receive({
  path: '/join',
  fields: joinFields,
  limit: { name: 'join', points: 20, seconds: 60 * 60 },
  act: async (sent, req) => {
    const now = new Date().toISOString()
    await req.payload.create({
      collection: 'join-requests',
      data: {
        name: sent.name,
        age: sent.age,
        email: sent.email || null,
        phone: sent.phone || null,
        skills: sent.skills,
        about: sent.about || null,
        // A grown-up's form may hold a parent's name that was typed before: it is nobody's business then.
        parentName: sent.age === '14-17' ? sent.parentName : null,
        parentConsentAt: sent.age === '14-17' ? now : null,
        status: 'new',
        consentAt: now,
      },
      depth: 0,
      // Nobody creates requests by hand; this form is the one way.
      overrideAccess: true,
      req,
    })
    return { state: 'done', location: '/api/join/sent', reply: receipt }
  },
})

/** GET /api/join/sent: where a form without script lands. Open to everybody, the same for all. */
const sent: Endpoint = {
  path: '/join/sent',
  method: 'get',
  handler: () =>
    showPage({
      title: receipt.title,
      body: html`${receipt.text.map((text) => html`<p>${text}</p>`)}
        <p><a href="${joinPaths.page}">К странице группы</a></p>`,
    }),
}

export const joinEndpoints: Endpoint[] = [join, sent, memberCount]
