import type { GlobalConfig } from 'payload'
import { anyone, editors } from '../access/simple.ts'
import { groups } from '../editorial.ts'
import { picture } from '../fields/picture.ts'
import { source } from '../fields/source.ts'
import { webAddress } from '../fields/webAddress.ts'
import { globalPublicationHooks } from '../hooks/requestRebuild.ts'

export const Settings: GlobalConfig = {
  slug: 'settings',
  label: { ru: 'Настройки сайта', en: 'Site settings' },
  access: { read: anyone, readVersions: editors, update: editors },
  versions: { max: 50 },
  hooks: globalPublicationHooks('settings'),
  admin: { group: groups.service },
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: { ru: 'Основное', en: 'Main' },
          fields: [
            {
              name: 'siteName',
              type: 'text',
              label: { ru: 'Название сайта', en: 'Site name' },
              required: true,
              defaultValue: 'Люберцы: портал жителей',
              maxLength: 100,
            },
            { name: 'tagline', type: 'text', label: { ru: 'Подзаголовок', en: 'Tagline' }, maxLength: 200 },
            {
              name: 'municipality',
              type: 'group',
              label: { ru: 'Муниципалитет', en: 'Municipality' },
              fields: [
                { name: 'name', type: 'text', label: { ru: 'Название', en: 'Name' }, maxLength: 200 },
                webAddress({ name: 'officialUrl', label: { ru: 'Официальный сайт', en: 'Official site' } }),
              ],
            },
            picture({
              name: 'ogImage',
              label: { ru: 'Картинка для соцсетей', en: 'Sharing picture' },
              description: { ru: 'Для страниц без своей обложки.', en: 'For pages without a cover.' },
            }),
          ],
        },
        {
          label: { ru: 'Главная', en: 'Home' },
          fields: [
            {
              name: 'home',
              type: 'group',
              label: { ru: 'Шапка главной страницы', en: 'Head of the home page' },
              fields: [
                { name: 'title', type: 'text', label: { ru: 'Заголовок', en: 'Title' }, maxLength: 200 },
                {
                  name: 'lead',
                  type: 'textarea',
                  label: { ru: 'Вводный текст', en: 'Lead' },
                  maxLength: 600,
                },
              ],
            },
            {
              name: 'figures',
              type: 'array',
              label: { ru: 'Цифры', en: 'Figures' },
              labels: { singular: { ru: 'Цифра', en: 'Figure' }, plural: { ru: 'Цифры', en: 'Figures' } },
              maxRows: 8,
              admin: {
                description: {
                  ru: 'Только проверенные, с источником и датой.',
                  en: 'Verified ones only, with source and date.',
                },
              },
              fields: [
                {
                  name: 'value',
                  type: 'text',
                  label: { ru: 'Значение', en: 'Value' },
                  required: true,
                  maxLength: 40,
                },
                { name: 'unit', type: 'text', label: { ru: 'Единица', en: 'Unit' }, maxLength: 40 },
                {
                  name: 'meaning',
                  type: 'text',
                  label: { ru: 'Что это значит', en: 'Meaning' },
                  required: true,
                  maxLength: 300,
                },
                source,
              ],
            },
          ],
        },
        {
          label: { ru: 'Обращения и подвал', en: 'Appeals and footer' },
          fields: [
            {
              name: 'appeals',
              type: 'group',
              label: { ru: 'Официальные обращения', en: 'Official appeals' },
              admin: {
                description: {
                  ru: 'Куда вести тех, кому нужен официальный ответ по 59-ФЗ: вопрос на портале им не является.',
                  en: 'Where to send those who need an official answer (59-ФЗ).',
                },
              },
              fields: [
                { name: 'text', type: 'textarea', label: { ru: 'Пояснение', en: 'Text' }, maxLength: 600 },
                webAddress({ name: 'url', label: { ru: 'Ссылка', en: 'Link' } }),
              ],
            },
            {
              name: 'contacts',
              type: 'group',
              label: { ru: 'Контакты', en: 'Contacts' },
              admin: {
                description: {
                  ru: 'Страница «Контакты». Только проверенное: пустых строк на сайте не будет.',
                  en: 'The page of contacts. Only what was checked.',
                },
              },
              fields: [
                { name: 'address', type: 'text', label: { ru: 'Адрес', en: 'Address' }, maxLength: 300 },
                { name: 'phone', type: 'text', label: { ru: 'Телефон', en: 'Telephone' }, maxLength: 60 },
                { name: 'email', type: 'email', label: { ru: 'Почта', en: 'E-mail' } },
                { name: 'hours', type: 'text', label: { ru: 'Часы', en: 'Hours' }, maxLength: 200 },
              ],
            },
            {
              name: 'footerNote',
              type: 'textarea',
              label: { ru: 'Строка в подвале', en: 'Footer note' },
              maxLength: 600,
            },
          ],
        },
      ],
    },
  ],
}
