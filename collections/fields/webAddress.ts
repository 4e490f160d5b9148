import type { TextField } from 'payload'
import { message } from './message.ts'

type WebAddress = {
  name: string
  label: Record<string, string>
  required?: boolean
  description?: Record<string, string>
  condition?: NonNullable<TextField['admin']>['condition']
  /** Paths of this site («/pages/») are welcome as well. */
  acceptsPath?: boolean
}

/** A link: https or http, nothing that could run as a script. */
export const webAddress = ({
  name,
  label,
  required = false,
  description,
  condition,
  acceptsPath,
}: WebAddress): TextField => ({
  name,
  type: 'text',
  label,
  required,
  maxLength: 2000,
  admin: {
    placeholder: 'https://',
    ...(description ? { description } : {}),
    ...(condition ? { condition } : {}),
  },
  validate: (value: unknown, { req }: Parameters<NonNullable<TextField['validate']>>[1]) => {
    if (value === undefined || value === null || value === '')
      return !required || message(req, 'Укажите адрес.', 'Enter an address.')
    return (
      isWebAddress(value, acceptsPath) ||
      message(
        req,
        'Это не похоже на адрес. Скопируйте его из браузера целиком, вместе с https://',
        'This is not a web address. Copy it from the browser, including https://',
      )
    )
  },
})

/** Whether the value is an absolute http(s) address, or, where allowed, a path of this site. */
export const isWebAddress = (value: unknown, acceptsPath = false): boolean => {
  if (typeof value !== 'string' || /[\s<>"\\]/.test(value)) return false
  if (acceptsPath && /^\/(?!\/)/.test(value)) return true
  return /^https?:\/\//i.test(value) && URL.canParse(value) && new URL(value).hostname.includes('.')
}
