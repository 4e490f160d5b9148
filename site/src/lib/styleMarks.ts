import type { RouteInfo } from 'astro'
import { lettersOf } from './pageLetters.ts'

/**
 * The styles are more than half of a page (26 of 44 kB) and the same in every page of a route. Astro gets a mark in their
 * place, and does not have to copy, compare and encode them anew for each page (0.15 ms of it).
 */
export function styleMarks(routes: readonly RouteInfo[]) {
  const marks = new Map<string, string>()
  const styles = new Map<string, string>()

  const markOf = (css: string) => {
    const mark = marks.get(css) ?? `/*style ${marks.size}*/`
    marks.set(css, mark)
    styles.set(mark, lettersOf(css))
    return mark
  }

  return {
    /** The routes with marks for their styles. */
    routes: routes.map((route) => ({
      ...route,
      styles: route.styles.map((style) =>
        style.type === 'inline' ? { ...style, content: markOf(style.content) } : style,
      ),
    })),
    /** The style that a mark stands for; anything else stands for itself. Both in letters (pageLetters.ts). */
    styleOf: (text: string) => styles.get(text) ?? text,
    /** A page in letters with its styles in place. No text of an editor can be taken for a mark: its «<» is escaped. */
    withStyles: (html: string) =>
      html.replace(
        /<style>(\/\*style \d+\*\/)<\/style>/g,
        (_, mark: string) => `<style>${styles.get(mark)}</style>`,
      ),
  }
}
