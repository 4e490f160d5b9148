// npm start: the whole portal in production mode.
import { run } from './portal/run.ts'

await run({ isDevelopment: false })
