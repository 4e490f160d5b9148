// The rebuild service in a process of its own, so that a test can kill it. Options as JSON; prints its address.
import { startService, type ServiceOptions } from '../service.ts'

// Given by crash.slow.test.ts.
const options = JSON.parse(process.argv[2] ?? '{}') as Omit<ServiceOptions, 'log'>
const { url } = await startService({ ...options, log: (line) => console.error(line) })
console.log(url)
