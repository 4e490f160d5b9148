import { readFileSync } from 'node:fs'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const src = join(import.meta.dirname, '..', 'src')
const files = globSync('{pages,layouts,components,views,lib}/**/*.{astro,ts}', { cwd: src }).filter(
  (file) => !/\.(test|examples)\.ts$/.test(file),
)

// A page is a pure function of the content and the moment that the door shows: only then may a resident renderer skip it.
const forbidden: [RegExp, string][] = [
  [/from '(?:node:)?(?:fs|fs\/promises|http|https|net|child_process)'/, 'reads files or the network'],
  [/(?<![\w.])fetch\(/, 'fetches'],
  [/Date\.now\(|new Date\(\)/, 'asks the clock'],
  [/Math\.random\(|randomUUID\(/, 'is random'],
  [/process\.env/, 'reads the environment'],
  [/from '[./]*cms\/(?:door|source|snapshot|resident)\.ts'/, 'goes round the door'],
]

it('finds the files it is about', () => {
  expect(files.length).toBeGreaterThan(40)
})

it.each(files)('%s takes everything through the door', (file) => {
  const text = readFileSync(join(src, file), 'utf8')
  expect(forbidden.filter(([pattern]) => pattern.test(text)).map(([, fault]) => fault)).toEqual([])
})
