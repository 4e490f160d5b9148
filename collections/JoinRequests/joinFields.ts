import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { z } from 'zod'
import { consents } from '../forms/consents.schema.ts'
import { written, writtenEmail } from '../forms/written.ts'
import { joinAges, joinLimits, joinSkills, parentConsent } from './join.schema.ts'

const phone = written({ max: joinLimits.phone, what: 'Телефон' }).transform((text, context) => {
  if (text === '') return ''
  const number = parsePhoneNumberFromString(text, 'RU')
  if (number?.isValid()) return number.number
  context.addIssue({
    code: 'custom',
    message: 'Проверьте телефон: нужен номер вместе с кодом, например 8 900 000-00-00.',
  })
  return z.NEVER
})

const skill = z.enum(joinSkills.map(({ value }) => value))

/** What the join form may send; the rules by age follow the fields. */
export const joinFields = z
  .strictObject({
    name: written({ max: joinLimits.name, what: 'Имя' }).refine(
      (text) => text.length >= 2,
      'Напишите, как Вас зовут.',
    ),
    age: z
      .enum(
        joinAges.map(({ value }) => value),
        'Выберите, сколько Вам лет.',
      )
      .refine(
        (age) => age !== 'under14',
        'Спасибо, что хотите помочь! В группу можно с 14 лет: до этого приходите на открытые встречи вместе с родителями, они есть в календаре.',
      ),
    email: writtenEmail(),
    phone: phone.optional(),
    skills: z.union([skill.transform((one) => [one]), z.array(skill).max(joinSkills.length)]).default([]),
    about: written({ max: joinLimits.about, what: 'Рассказ' }).default(''),
    parentName: written({ max: joinLimits.parent, what: 'Имя' }).default(''),
    [parentConsent]: z.literal('on').optional(),
    [consents.processing.name]: z.literal(
      'on',
      'Без согласия на обработку данных мы не можем сохранить заявку: отметьте его.',
    ),
  })
  .superRefine(({ age, email, phone, parentName, consentParent }, context) => {
    const fault = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (!email && !phone) fault('email', 'Оставьте почту или телефон, чтобы Вам ответили.')
    if (age !== '14-17') return
    if (parentName.length < 2) fault('parentName', 'До 18 лет нужно имя родителя или опекуна.')
    if (!consentParent)
      fault(parentConsent, 'До 18 лет нужно согласие родителя или опекуна: попросите его отметить.')
  })
