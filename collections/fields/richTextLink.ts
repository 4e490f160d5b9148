import { isWebAddress } from './webAddress.ts'

/** Whether a link in a text may be saved: web, e-mail, phone, a path or an anchor of this site; never a script. */
export const isRichTextLink = (value: unknown): boolean =>
  typeof value === 'string' &&
  (isWebAddress(value, true) ||
    /^mailto:[^\s<>"]+@[^\s<>"]+$/i.test(value) ||
    /^tel:\+?[\d()\- ]+$/.test(value) ||
    /^#[\w-]+$/.test(value))
