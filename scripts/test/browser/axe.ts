import axe from 'axe-core'
import type { Page } from 'playwright-core'

// A string, because axe is a global of the page and not of this file.
const runAxe = `axe
  .run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
  .then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | ')))`

/**
 * What axe finds wrong with the page as it is. The page's own policy would forbid axe, which is injected as a script: its
 * context has to be made with `bypassCSP`.
 */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate<string[]>(runAxe)
}
