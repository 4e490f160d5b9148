// npm run check: the fast part of npm test, in under a minute.
import { fastChecks } from './quality/checks.ts'
import { finish, runChecks } from './quality/run-checks.ts'
import { runVitest } from './quality/run-vitest.ts'

finish([await runChecks(fastChecks), await runVitest(['unit', 'components'])])
