// npm run dev: the whole portal with hot reload of the CMS and the site.
import { run } from './portal/run.ts'

await run({ isDevelopment: true })
