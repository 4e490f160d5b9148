import type { RichTextField } from 'payload'
import {
  BlockquoteFeature,
  BoldFeature,
  FixedToolbarFeature,
  HeadingFeature,
  HorizontalRuleFeature,
  InlineToolbarFeature,
  ItalicFeature,
  LinkFeature,
  OrderedListFeature,
  ParagraphFeature,
  UnorderedListFeature,
  UploadFeature,
  lexicalEditor,
} from '@payloadcms/richtext-lexical'
import { isRichTextLink } from './richTextLink.ts'
import { message } from './message.ts'

/** The one editor of the portal: what «Линия» has a style for, and no way to paste HTML in. */
export const editor = lexicalEditor({
  features: [
    ParagraphFeature(),
    HeadingFeature({ enabledHeadingSizes: ['h2', 'h3', 'h4'] }),
    BoldFeature(),
    ItalicFeature(),
    UnorderedListFeature(),
    OrderedListFeature(),
    BlockquoteFeature(),
    HorizontalRuleFeature(),
    LinkFeature({
      enabledCollections: [
        'news',
        'events',
        'deputies',
        'hearings',
        'sessions',
        'pages',
        'polls',
        'elections',
        'documents',
        'places',
      ],
      maxDepth: 0,
      fields: ({ defaultFields }) =>
        defaultFields.map((field) =>
          field.name === 'url' && field.type === 'text'
            ? {
                ...field,
                // The stock hook percent-encodes what it does not know; ours says so instead of changing the text.
                hooks: {},
                validate: (value: unknown, { req, siblingData }: LinkValidation) =>
                  isInternal(siblingData) ||
                  isRichTextLink(value) ||
                  message(
                    req,
                    'Ссылка должна начинаться с https://, mailto:, tel: или с «/» (страница нашего сайта).',
                    'A link begins with https://, mailto:, tel: or with “/” (a page of this site).',
                  ),
              }
            : field,
        ),
    }),
    UploadFeature({
      enabledCollections: ['media'],
      maxDepth: 0,
      collections: {
        media: {
          fields: [{ name: 'caption', type: 'text', label: { ru: 'Подпись под снимком', en: 'Caption' } }],
        },
      },
    }),
    InlineToolbarFeature(),
    FixedToolbarFeature(),
  ],
})

type BodyOptions = Partial<Pick<RichTextField, 'name' | 'label' | 'required' | 'access'>> & {
  description?: Record<string, string>
}

/** The text of a document. */
export const body = ({ description, ...field }: BodyOptions = {}): RichTextField => ({
  name: 'body',
  type: 'richText',
  label: { ru: 'Текст', en: 'Text' },
  editor,
  ...(description ? { admin: { description } } : {}),
  ...field,
})

type LinkValidation = { req: Parameters<typeof message>[0]; siblingData: unknown }

const isInternal = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'linkType' in data && data.linkType === 'internal'
