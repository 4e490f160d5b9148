import type { GroupField } from 'payload'
import { onlyPictures } from './picture.ts'

/** What search engines and messengers show. Everything is optional: the site falls back to the document itself. */
export const seo: GroupField = {
  name: 'seo',
  type: 'group',
  label: { ru: 'Для поиска и соцсетей', en: 'For search and sharing' },
  admin: {
    description: {
      ru: 'Заполнять не обязательно: без этих полей сайт возьмёт заголовок, анонс и обложку.',
      en: 'Optional: without it the site uses the title, the lead and the cover.',
    },
  },
  fields: [
    {
      name: 'title',
      type: 'text',
      label: { ru: 'Заголовок для поиска', en: 'Search title' },
      maxLength: 120,
      admin: {
        description: {
          ru: 'До 60 знаков видны целиком. Пусто — будет заголовок материала.',
          en: 'Up to 60 characters are shown. Empty: the title of the document.',
        },
      },
    },
    {
      name: 'description',
      type: 'textarea',
      label: { ru: 'Описание для поиска', en: 'Search description' },
      maxLength: 320,
      admin: {
        description: {
          ru: 'Одно-два предложения, до 160 знаков. Пусто — будет анонс.',
          en: 'One or two sentences, up to 160 characters. Empty: the lead.',
        },
      },
    },
    {
      name: 'image',
      type: 'upload',
      relationTo: 'media',
      label: { ru: 'Картинка для соцсетей', en: 'Sharing picture' },
      ...onlyPictures,
      admin: {
        description: {
          ru: 'Обрежется до 1200×630 вокруг точки фокуса. Пусто — будет обложка.',
          en: 'Cropped to 1200×630 around the focal point. Empty: the cover.',
        },
      },
    },
  ],
}
