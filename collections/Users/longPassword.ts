import type { CollectionBeforeOperationHook } from 'payload'
import { ValidationError } from 'payload'
import { message } from '../fields/message.ts'

export const passwordMinLength = 10

/** Length is what protects a password; Payload itself is content with three characters. */
export const longPassword: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const password = passwordIn(args)
  const setsPassword = operation === 'create' || operation === 'update' || operation === 'resetPassword'
  if (!setsPassword || password === undefined || password.length >= passwordMinLength) return args
  throw new ValidationError({
    collection: 'users',
    errors: [
      {
        path: 'password',
        message: message(
          req,
          `Пароль должен быть не короче ${passwordMinLength} знаков.`,
          `The password needs at least ${passwordMinLength} characters.`,
        ),
      },
    ],
  })
}

const passwordIn = (args: unknown): string | undefined => {
  const data = typeof args === 'object' && args !== null && 'data' in args ? args.data : undefined
  return typeof data === 'object' && data !== null && 'password' in data && typeof data.password === 'string'
    ? data.password
    : undefined
}
