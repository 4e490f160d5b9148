import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { showPage } from '../forms/answerPage.ts'
import { consents } from '../forms/consents.schema.ts'
import { html } from '../forms/html.ts'
import { isSame, keyed } from '../forms/keys.ts'
import { receive } from '../forms/receive.ts'
import { documentPath } from '../documentPath.schema.ts'
import { queueLetter } from '../letters/queueLetter.ts'
import { confirmedVoter, setCredential } from './credential.ts'
import { votedPoll, type VotedPoll } from './openPoll.ts'
import { momentWords } from '../moscow.schema.ts'

const fields = z.strictObject({
  email: z.email('Напишите адрес почты полностью: ivanov@example.ru').max(200),
  [consents.processing.name]: z.literal('on', 'Без этого согласия портал не может отправить письмо.'),
})

/**
 * POST /api/polls/:id/confirm: sends the link with which this address votes. Open to everybody. The answer is the same
 * whether the address has voted or not; one letter a day goes to an address.
 */
const confirm = receive({
  path: '/:id/confirm',
  fields,
  limit: { name: 'poll-letters', points: 30, seconds: 60 * 60 },
  act: async ({ email }, req) => {
    const poll = await votedPoll(req.payload, String(req.routeParams?.['id']))
    if (poll?.level !== 'confirmed' || Date.now() >= poll.closesAt)
      return {
        state: 'refused',
        status: 404,
        error: 'Такого голосования с подтверждением по почте сейчас нет.',
      }
    const address = email.trim().toLowerCase()
    const voter = keyed(req.payload, 'poll address', `${poll.id} ${address}`)
    await queueLetter(req, {
      // Another hash than the voter's: a letter has a time, and the mark must not be found by it.
      key: `poll/${poll.id}/${keyed(req.payload, 'poll letter', `${poll.id} ${address}`)}/${today()}`,
      to: address,
      subject: `Ссылка для голосования: ${poll.title}`,
      text: letter(poll, new URL(linkPath(req, poll, voter), req.payload.config.serverURL).href),
    })
    return {
      state: 'done',
      location: `/api/polls/${poll.id}/letter`,
      reply: sent,
    }
  },
})

const sent = {
  title: 'Письмо отправлено',
  text: [
    'Откройте ссылку из письма в этом же браузере: после неё можно голосовать. С одного адреса принимается один голос.',
    'Письма нет через десять минут? Посмотрите в папке «Спам». Повторное письмо на тот же адрес уходит не чаще раза в день.',
  ],
}

/** GET /api/polls/:id/letter: what a form without script is told. Open to everybody. */
const letterPage: Endpoint = {
  path: '/:id/letter',
  method: 'get',
  handler: () =>
    showPage({ title: sent.title, body: html`${sent.text.map((text) => html`<p>${text}</p>`)}` }),
}

/**
 * GET /api/polls/:id/enter?v=…&s=…: the link of the letter, open to whoever has it. It only gives the credential: mail
 * programs that look at links beforehand use nothing up.
 */
const enter: Endpoint = {
  path: '/:id/enter',
  method: 'get',
  handler: async (req) => {
    const poll = await votedPoll(req.payload, String(req.routeParams?.['id']))
    const voter = req.searchParams.get('v') ?? ''
    const isOurs = poll && isSame(signature(req, poll, voter), req.searchParams.get('s') ?? '')
    if (!poll || !isOurs)
      return showPage({
        title: 'Ссылка не подходит',
        body: html`<p>
          Проверьте, что она скопирована из письма целиком, или запросите новое письмо на странице
          голосования.
        </p>`,
        status: 404,
      })
    const cookie = setCredential(req.payload, { level: 'confirmed', poll: poll.id }, confirmedVoter(voter))
    return new Response(null, {
      status: 303,
      headers: {
        location: `${documentPath('polls', poll.slug)}#golos`,
        'set-cookie': cookie,
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
      },
    })
  },
}

export const confirmEndpoints: Endpoint[] = [confirm, letterPage, enter]

const linkPath = (req: PayloadRequest, poll: VotedPoll, voter: string): string =>
  `/api/polls/${poll.id}/enter?v=${voter}&s=${signature(req, poll, voter)}`

const signature = (req: PayloadRequest, poll: VotedPoll, voter: string): string =>
  keyed(req.payload, 'poll link', `${poll.id} ${voter}`)

const letter = (poll: VotedPoll, link: string): string =>
  [
    `Вы попросили ссылку для голосования «${poll.title}» на портале Люберец.`,
    `Откройте её и отправьте голос до ${momentWords(poll.closesAt)}:`,
    link,
    'С этого адреса почты принимается один голос. Не пересылайте письмо: кто откроет ссылку, тот и проголосует.',
    'Если Вы не просили ссылку, ничего делать не нужно.',
  ].join('\n\n')

const today = () => new Date().toISOString().slice(0, 10)
