import axe from 'axe-core'
import type { Page } from 'playwright-core'

const everyRule = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }
const rulesOfColour = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }

/**
 * What axe finds wrong with the page as it is; `colours` asks only what another colour scheme can change. The page's own
 * policy would forbid axe, which is injected as a script: its context has to be made with `bypassCSP`.
 */
export async function axeViolations(page: Page, wanted: 'everything' | 'colours' = 'everything') {
  await page.evaluate(axe.source)
  // A string, because axe is a global of the page and not of this file.
  return page.evaluate<string[]>(`axe
    .run(document, ${JSON.stringify(wanted === 'colours' ? rulesOfColour : everyRule)})
    .then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | ')))`)
}
