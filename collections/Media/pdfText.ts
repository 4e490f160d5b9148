/** Words of the first pages: enough to find a document by, and little enough to keep thousands of them in memory. */
export const maxTextLength = 60_000
const maxPages = 120
const maxMs = 10_000

/**
 * The text of a PDF in reading order, a line per line, a blank line between pages; empty when it has none (a scan) or cannot
 * be read. Nothing in the file is run.
 */
export const pdfText = async (bytes: Buffer): Promise<string> => {
  // Loaded at the first upload: it is large.
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({
    data: new Uint8Array(bytes),
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  })
  try {
    const pdf = await task.promise
    const until = Date.now() + maxMs
    let text = ''
    for (let number = 1; number <= Math.min(pdf.numPages, maxPages); number += 1) {
      if (text.length >= maxTextLength || Date.now() > until) break
      const page = await pdf.getPage(number)
      const { items } = await page.getTextContent()
      text += `${tidy(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''))}\n\n`
      page.cleanup()
    }
    return text.trim().slice(0, maxTextLength)
  } catch {
    // A broken page tells nothing of the rest: such a file is published without its words, as a scan is.
    return ''
  } finally {
    await task.destroy()
  }
}

/** A word that was divided at the end of a line is one word again. */
const tidy = (text: string): string =>
  text
    .replaceAll('\0', '')
    .replace(/(\p{Ll})[-\u00ad]\n(?=\p{Ll})/gu, '$1')
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    // A line that goes on is no paragraph.
    .replace(/\n(?=[\p{Ll}№«(])/gu, ' ')
    .trim()
