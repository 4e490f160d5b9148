import type { TextFieldSingleValidation } from 'payload'
import { message } from '../fields/message.ts'
import { secondsOf } from './streams.schema.ts'

/** A time in a recording: «2:30», «1:02:30». */
export const isTime: TextFieldSingleValidation = (value, { req }) =>
  secondsOf(value ?? '') !== null || message(req, 'Напишите так: 2:30 или 1:02:30.', 'Like 2:30 or 1:02:30.')
