/** The portal's mark: the letter Л standing on the line. Drawn on a 40 × 40 grid. */
export const markLetter = 'M10 27.5h2.5c2-2 3-7 3.2-17.5H29v17.5'
export const markLine = 'M0 33h40'

const svg =
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><path fill="#0e4a3a" d="M0 0h40v40H0z"/>` +
  `<path d="${markLetter}" fill="none" stroke="#fff" stroke-width="4"/><path d="${markLine}" stroke="#fff" stroke-width="2.5"/></svg>`

/** The mark as an address, so that the admin needs no file of its own for it. */
export const faviconUrl = `data:image/svg+xml,${encodeURIComponent(svg)}`
