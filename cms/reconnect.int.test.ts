import type { Payload } from 'payload'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { openPortal, type Portal } from '../collections/test/openPortal.ts'
import { isDatabaseAnswering } from './databaseOutage.ts'
import { reconnectIfBlind } from './reconnect.ts'

let portal: Portal
beforeAll(async () => {
  portal = await openPortal(inject('databaseUrl'))
})
afterAll(() => portal.close())

/** What of the driver the test breaks; it is in no public type. */
type Insides = {
  topology: {
    s: {
      servers: Map<
        string,
        {
          monitor: { connection: { socket: { destroy: () => void } } | null; monitorId: { wake: () => void } }
          handleError: (error: Error) => void
        }
      >
    }
  }
}

it('finds a database again that the driver has lost sight of for good', async () => {
  const { payload } = portal
  expect(await reconnectIfBlind(payload), 'nothing is wrong').toBe(false)
  await expect.poll(() => monitorOf(payload)?.connection, { timeout: 10_000 }).toBeTruthy()

  // The connection of the monitor breaks, and in the same moment it writes to it.
  const [server] = insidesOf(payload).topology.s.servers.values()
  server?.monitor.connection?.socket.destroy()
  server?.monitor.monitorId.wake()
  const { MongoNetworkError } = await import('mongoose').then(({ mongo }) => mongo)
  server?.handleError(new MongoNetworkError('gone'))
  await new Promise((done) => setTimeout(done, 5_000))
  expect(await isDatabaseAnswering(payload), 'the driver does not come back by itself').toBe(false)

  expect(await reconnectIfBlind(payload)).toBe(true)
  expect(await isDatabaseAnswering(payload)).toBe(true)
  expect((await portal.fetch('anonymous', '/snapshot')).status).toBe(200)
})

const insidesOf = ({ db }: Payload): Insides => {
  const client: unknown = db.connection.getClient()
  return client as Insides // see the type
}
const monitorOf = (payload: Payload) => [...insidesOf(payload).topology.s.servers.values()][0]?.monitor
