import type { PayloadRequest } from 'payload'

/** A validation message in the language of the reader. Russian unless the admin was switched to English. */
export const message = (req: Pick<PayloadRequest, 'i18n'>, ru: string, en: string): string =>
  req.i18n.language === 'en' ? en : ru
