/**
 * What `astro build` leaves as `app/prerender-entry.….mjs`: the compiled site. Any page from content in memory, without
 * Vite and without HTTP. `astro build` itself renders through it, so a page rendered later is equal to the built one byte
 * for byte.
 */
export * from '../cms/resident.ts'
export { createBuildRenderer } from './buildRenderer.ts'
export { render } from './preview.ts'
export type { RenderedFile, Sink } from './renderPages.ts'
export { renderShare, type Share, type Turns } from './share.ts'
export { createSite, type Publish, type Site } from './site.ts'
export { RenderErrors, type RenderError } from './renderErrors.ts'
