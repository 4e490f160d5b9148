import { cpSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../portal/data-dir.ts'

/**
 * The style of an article as our site writes it, for a twin's page to carry inline as ours does: tokens, base, and the
 * components that a page of ours brings along, each within the element that stands for it. Read from our sources, so the
 * twins stay as heavy as our own pages.
 */
export const siteStyles = (): string =>
  [
    ...['tokens.css', 'base.css'].map((name) => read('styles', name).replaceAll(fontPackage, '/fonts')),
    ...Object.entries(components).map(([file, selector]) => scoped(file, selector)),
  ].join('\n')

/** Icons and fonts that the pages refer to, as our own build has them. */
export const copyStaticFiles = (folder: string): void => {
  mkdirSync(join(folder, 'fonts'), { recursive: true })
  cpSync(join(root, 'site', 'public'), folder, { recursive: true })
  for (const script of ['cyrillic', 'latin']) {
    const name = `golos-text-${script}-wght-normal.woff2`
    cpSync(join(root, 'node_modules', fontPackage, name), join(folder, 'fonts', name))
  }
}

const fontPackage = '@fontsource-variable/golos-text/files'

const components = {
  'layouts/Header.astro': ':root',
  'layouts/Footer.astro': 'footer',
  'layouts/DisplayPanel.astro': '.display',
  'components/drawings/Pines.astro': '.pines',
  'components/Icon.astro': ':root',
  'components/Breadcrumbs.astro': '.crumbs',
  'components/PageHead.astro': '.page-head',
  'components/Picture.astro': '.picture',
  'components/Prose.astro': '.prose',
  'components/Docs.astro': '.docs',
  'components/SourceMark.astro': '.source',
  'components/Section.astro': '.section',
  'components/Rows.astro': '.rows',
  'components/Steps.astro': '.steps',
  'components/Tag.astro': '.tag',
  'components/Pagination.astro': '.pages',
  'views/TopicNav.astro': '.topics',
  'pages/novosti/[slug].astro': '.article',
}

const read = (...path: string[]) => readFileSync(join(root, 'site', 'src', ...path), 'utf8')

const scoped = (file: string, selector: string) => {
  const [, style = ''] = /<style>(.*)<\/style>/s.exec(read(file)) ?? []
  // Astro's own word for «not scoped».
  const plain = style.replaceAll(/:global\(((?:[^()]|\([^()]*\))*)\)/g, '$1')
  return `@scope (${selector}) {${plain}}`
}
