import type { CollectionConfig } from 'payload'
import { admins, editors, nobody } from '../access/simple.ts'
import { groups, pagination } from '../editorial.ts'
import { publicationHooks } from '../hooks/requestRebuild.ts'
import { questionEndpoints } from './endpoints.ts'
import { privateFields, publicFields, sentField } from './fields.ts'
import { keepMachineFields } from './keepMachineFields.ts'
import { publicOrEditor } from './publicOrEditor.ts'
import { respondentsOwn } from './respondentsOwn.ts'

const changes = publicationHooks('questions')

/**
 * Public questions of residents. What was sent lies in `sent`, for editors; residents read the fields beside it, which the
 * machine (moveQuestion.ts) fills when the question is published and empties when it is declined.
 */
export const Questions: CollectionConfig = {
  slug: 'questions',
  labels: {
    singular: { ru: 'Вопрос жителя', en: 'Question' },
    plural: { ru: 'Вопросы жителей', en: 'Questions' },
  },
  // A question comes by its form alone; one that breaks the law is deleted by an administrator.
  access: { create: nobody, read: publicOrEditor, update: editors, delete: admins },
  defaultSort: '-createdAt',
  admin: {
    group: groups.voice,
    useAsTitle: 'number',
    defaultColumns: ['number', 'subject', 'addressee', 'state', 'createdAt', 'registeredAt'],
    listSearchableFields: ['number', 'subject'],
    pagination,
    baseFilter: respondentsOwn,
    description: {
      ru: 'Что ждёт, сколько и до какого дня. Состояние меняют кнопки на странице вопроса.',
      en: 'What waits, how long and until when. The buttons of a question move it.',
    },
  },
  disableDuplicate: true,
  endpoints: questionEndpoints,
  hooks: { ...changes, beforeChange: [...changes.beforeChange, keepMachineFields] },
  fields: [sentField, ...publicFields, ...privateFields],
}
