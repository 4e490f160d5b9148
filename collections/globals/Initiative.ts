import type { GlobalConfig } from 'payload'
import { anyone, editors } from '../access/simple.ts'
import { groups } from '../editorial.ts'
import { globalPublicationHooks } from '../hooks/requestRebuild.ts'
import { countedMembers } from '../JoinRequests/members.ts'

const changes = globalPublicationHooks('initiative')

/** The page of the initiative group: its words, and how many are in it. */
export const Initiative: GlobalConfig = {
  slug: 'initiative',
  label: { ru: 'Инициативная группа', en: 'Initiative group' },
  access: { read: anyone, readVersions: editors, update: editors },
  versions: { max: 20 },
  hooks: { ...changes, beforeChange: [...changes.beforeChange, countedMembers] },
  admin: { group: groups.voice },
  fields: [
    {
      name: 'lead',
      type: 'textarea',
      label: { ru: 'Что это за группа', en: 'What the group is' },
      maxLength: 400,
      admin: {
        description: {
          ru: 'Одно-два предложения под заголовком страницы. Пусто — останутся слова портала.',
          en: 'One or two sentences. Empty: the portal’s own words stay.',
        },
      },
    },
    {
      name: 'meeting',
      type: 'textarea',
      label: { ru: 'Когда и где собираются', en: 'When and where they meet' },
      maxLength: 400,
    },
    {
      name: 'members',
      type: 'number',
      label: { ru: 'Сейчас в группе', en: 'Members now' },
      defaultValue: 0,
      admin: {
        readOnly: true,
        description: {
          ru: 'Портал считает сам: принятые заявки.',
          en: 'Counted by the portal: accepted requests.',
        },
      },
    },
    {
      name: 'demo',
      type: 'checkbox',
      label: { ru: 'Среди них есть вымышленные', en: 'Some are invented' },
      defaultValue: false,
      admin: { readOnly: true },
    },
  ],
}
