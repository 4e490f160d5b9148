import { createServer } from 'node:http'

/** A port of the loopback interface that nobody listens on at this moment. */
export const freePort = async (): Promise<number> => {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (typeof address !== 'object' || !address) throw new Error('The probe socket has no port')
  return address.port
}
