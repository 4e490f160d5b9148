import type { Payload } from 'payload'
import { startDispatcher, startPostman, startTeller } from '../collections/index.ts'

import { startJobRunner } from './jobRunner.ts'

/** The work beside requests: telling the builder about publications, firing scheduled ones, letters. */
export const startBackground = (payload: Payload): (() => Promise<void>) => {
  const stopDispatcher = startDispatcher(payload)
  const stopRunner = startJobRunner(payload)
  const { SMTP_URL: smtpUrl, MAIL_FROM: from = '' } = process.env
  const stopPostman = smtpUrl ? startPostman(payload, { smtpUrl, from }) : null
  const stopTeller = startTeller(payload, {
    smtpUrl,
    from,
    pushKeys: pushKeys(),
    groupMs: Number(process.env['LETTER_PAUSE_SECONDS'] ?? 180) * 1_000,
  })
  return async () => {
    await Promise.all([stopDispatcher(), stopRunner(), stopPostman?.(), stopTeller()])
  }
}

const pushKeys = () => {
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey, VAPID_SUBJECT: subject } = process.env
  return publicKey && privateKey && subject ? { publicKey, privateKey, subject } : undefined
}
