import type { Endpoint } from 'payload'
import { documentPath } from '../documentPath.schema.ts'
import { showPage } from '../forms/answerPage.ts'
import { html } from '../forms/html.ts'
import { findBallot, secretOf } from './castVote.ts'
import { credentialOf } from './credential.ts'
import { votedPoll } from './openPoll.ts'
import { receiptOf } from './voteEndpoint.ts'

/** GET /api/polls/:id/receipt: the receipt of a vote that was sent without script, to the browser that sent it. */
export const receipt: Endpoint = {
  path: '/:id/receipt',
  method: 'get',
  handler: async (req) => {
    const poll = await votedPoll(req.payload, String(req.routeParams?.['id']))
    const credential = poll && credentialOf(req, { level: poll.level, poll: poll.id })
    const secret = credential ? secretOf(poll.id, credential.secret) : null
    const choices = secret ? await findBallot(req.payload, poll?.id ?? '', secret) : null
    if (!poll || !secret || !choices)
      return showPage({
        title: 'Квитанции здесь нет',
        body: html`<p>
          Этот браузер ещё не голосовал, голосовал с включённым JavaScript (тогда квитанция на странице
          голосования) или забыл об этом.
        </p>`,
        status: 404,
      })
    const { title, text, receipt } = receiptOf(poll, secret, choices)
    return showPage({
      title,
      body: html`${text.map((words) => html`<p>${words}</p>`)}
        <p>Квитанция, сохраните её:</p>
        <p><code>${receipt}</code></p>
        <p><a href="${documentPath('polls', poll.slug)}">Вернуться к голосованию</a></p>`,
    })
  },
}
