import { beforeEach, expect, it } from 'vitest'
import {
  documentLink,
  heading,
  lineBreak,
  link,
  list,
  paragraph,
  quote,
  root,
  rule,
  text,
  upload,
  type LexicalNode,
} from '../../../test/fixture/lexical.ts'
import { openWith } from '../../../test/content.ts'
import { getNews } from '../index.ts'
import { excerpt, plainText } from './plainText.ts'
import { richText } from './richText.ts'

beforeEach(async () => {
  await openWith()
})

const html = (...children: LexicalNode[]) => richText(getNews('novost-5'), root(...children))

it('escapes everything an editor may type', () => {
  expect(html(paragraph('<script>alert("1")</script> & \'x\''))).toBe(
    '<p>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;</p>',
  )
  expect(html(paragraph(link('https://example.org/?a="><b>', '<i>')))).toBe(
    '<p><a href="https://example.org/?a=&quot;&gt;&lt;b&gt;" rel="external noopener">&lt;i&gt;</a></p>',
  )
})

it('brings headings into an orderly outline below the title of the page', () => {
  const headings = (...levels: string[]) =>
    html(...levels.map((tag) => heading(tag, tag)))
      .match(/<h\d/g)
      ?.map((tag) => tag.slice(1))
  expect(headings('h2', 'h3', 'h4', 'h2')).toEqual(['h2', 'h3', 'h4', 'h2'])
  expect(headings('h4', 'h4', 'h2', 'h4')).toEqual(['h2', 'h2', 'h2', 'h3'])
  expect(headings('h1', 'h2')).toEqual(['h2', 'h3'])
  expect(richText(getNews('novost-5'), root(heading('h2', 'А')), { top: 'h3' })).toBe('<h3>А</h3>')
})

it('sets the no-break spaces of Russian typesetting', () => {
  expect(html(paragraph('Дом в 12 минутах, 5 ноября'))).toBe('<p>Дом в\u00a012 минутах, 5\u00a0ноября</p>')
})

it('writes emphasis, breaks, lists, quotes and rules', () => {
  expect(html(paragraph(text('а', 1), text('б', 2), text('в', 3), lineBreak(), 'г'))).toBe(
    '<p><strong>а</strong><em>б</em><em><strong>в</strong></em><br>г</p>',
  )
  expect(html(list('ol', ['раз'], ['два']), quote('слова'), rule())).toBe(
    '<ol><li>раз</li><li>два</li></ol><blockquote><p>слова</p></blockquote><hr>',
  )
})

it('puts a nested list into the item it belongs to', () => {
  const nested = list('ul', ['внешний'], [list('ul', ['внутренний'])])
  expect(html(nested)).toBe('<ul><li>внешний<ul><li>внутренний</li></ul></li></ul>')
})

it('leaves out empty paragraphs and headings', () => {
  expect(html(paragraph(), paragraph('  '), heading('h2', ''), paragraph(lineBreak()))).toBe('')
})

it('leads links to documents by their address, and leaves the words when the page is gone', () => {
  expect(html(paragraph(documentLink('events', 'e-skoro', 'сосны')))).toBe(
    '<p><a href="/kalendar/vysadka-sosen/">сосны</a></p>',
  )
  expect(html(paragraph(documentLink('events', 'снято', 'сосны')))).toBe('<p>сосны</p>')
})

it('shows a picture with its derivatives, its size and its words', () => {
  const figure = html(upload('m-most', 'Вид <сверху>'))
  expect(figure).toContain('<source type="image/avif" srcset="/media/m-most-320x180.avif 320w"')
  expect(figure).toContain(
    '<img src="/media/m-most-320x180.webp" width="1600" height="900" alt="Рисунок m-most" loading="lazy"',
  )
  expect(figure).toContain('<figcaption>Вид &lt;сверху&gt;</figcaption>')
})

it('shows an uploaded document as a link', () => {
  expect(html(upload('m-pdf', 'Протокол'))).toBe('<p><a href="/media/protokol.pdf">Протокол</a></p>')
})

const paragraphWithoutType = { ...paragraph(), type: '' }

const name = 'документ news/n5 «Новость номер 5: что изменилось во дворах и на улицах»: '

it.each([
  ['an unknown block', { type: 'block', version: 1, fields: {} }, 'в тексте есть элемент «block»'],
  [
    'an unknown inline piece',
    paragraph({ type: 'inlineBlock', version: 1 }),
    'в абзаце есть элемент «inlineBlock»',
  ],
  ['a node without a type', paragraphWithoutType, 'в тексте есть элемент «без типа»'],
  ['a picture that is gone', upload('m-net'), 'больше нет в медиатеке'],
  [
    'a script behind a link',
    paragraph(link('javascript:alert(1)', 'сюда')),
    'ссылка «javascript:alert(1)» ведёт неизвестно куда',
  ],
  ['another host without a scheme', paragraph(link('//evil.example', 'сюда')), 'ссылка «//evil.example»'],
])('refuses %s and names the document', (_, node, reason) => {
  expect(() => html(node)).toThrow(name)
  expect(() => html(node)).toThrow(reason)
})

it('gives the words of a text in one line, and its beginning cut between words', () => {
  const words = plainText(
    root(
      heading('h2', 'Заголовок'),
      paragraph('Первый ', text('абзац', 1), '.'),
      list('ul', ['раз'], ['два']),
    ),
  )
  expect(words).toBe('Заголовок Первый абзац. раз два')
  expect(plainText(null)).toBe('')
  expect(excerpt('слово слово слово', 12)).toBe('слово слово…')
  expect(excerpt('коротко', 12)).toBe('коротко')
})
