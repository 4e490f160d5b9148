// TypeScript by itself knows no .astro files; Astro's own checker reads them and sees the real props.
declare module '*.astro' {
  import type { AstroComponentFactory } from 'astro/runtime/server/index.js'
  const Component: AstroComponentFactory
  export default Component
}
