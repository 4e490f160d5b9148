// The second thread of a full rendering, started by render-all.ts.
import { parentPort, workerData } from 'node:worker_threads'
import { createChecks } from './check-rendered.ts'
import { openBundle } from './open-bundle.ts'
import { createOutput, type DonePart, type Part } from './render-all.ts'

// Given by render-all.ts.
const { appDir, siteUrl, reading, now, takings, dir, live } = workerData as Part
const bundle = await openBundle(appDir)
const checks = createChecks(siteUrl, reading.changes)
const { write, written } = createOutput({ dir, live })
const share = await bundle.renderShare(reading, now, takings, (file) => {
  checks.look(file)
  write(file)
})
parentPort?.postMessage({ share, faults: checks.faults(), written } satisfies DonePart)
