// The second process of a full rendering, started by render-all.ts: takes its part and answers once.
import { once } from 'node:events'
import { createChecks } from './check-rendered.ts'
import { openBundle } from './open-bundle.ts'
import { createOutput, type DonePart, type Part } from './render-all.ts'

process.channel?.ref() // exit-with-parent.ts lets go of it
// render-all.ts sends nothing else.
const [part] = (await once(process, 'message')) as [Part]
const { appDir, siteUrl, reading, now, turns, dir, live } = part
const bundle = await openBundle(appDir)
const checks = createChecks(siteUrl, reading.changes)
const { write, written } = createOutput({ dir, live })
const share = await bundle.renderShare(reading, now, turns, (file) => {
  checks.look(file)
  write(file)
})
const done: DonePart = { share, faults: checks.faults(), written }
process.send?.(done, () => process.channel?.unref())
