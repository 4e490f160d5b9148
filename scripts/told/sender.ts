import { startTeller } from '../../collections/index.ts'
import { openPortal } from '../seed/openPortal.ts'

/*
 * The part of the portal that tells subscribers, as a process of its own that a test may kill:
 * `node sender.ts SMTP_URL GROUP_MS`, with the environment of cms/server.ts. Says «ready» when it works.
 */

const [smtpUrl = '', groupMs = ''] = process.argv.slice(2)
const { payload, close } = await openPortal(() => {})
const stop = startTeller(payload, {
  smtpUrl,
  from: 'portal@example.test',
  everyMs: 200,
  groupMs: Number(groupMs),
})
console.log('ready')
process.once('SIGTERM', () => {
  void stop()
    .then(close)
    .then(() => process.exit(0))
})
