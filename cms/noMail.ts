import { APIError, type EmailAdapter } from 'payload'

/**
 * The portal sends no mail yet. Payload's default would print letters, and with them the keys to accounts, into the log;
 * this refuses instead. server/apiGuards.ts keeps people from coming this far.
 */
export const noMail: EmailAdapter = () => ({
  name: 'none',
  defaultFromAddress: 'noreply@localhost',
  defaultFromName: 'Люберцы',
  sendEmail: async () => {
    throw new APIError('Почта на портале не настроена: письмо не отправлено.', 503)
  },
})
