import net from 'node:net'

/**
 * A loopback proxy that cuts the connection instead of passing on one reply: the server has carried the command
 * out, the driver cannot know it. `loseNextReplyTo` names the command.
 */
export async function startLossyProxy(target: { host: string; port: number }) {
  let doomed: string | undefined
  let lost = 0
  const sockets = new Set<net.Socket>()
  const server = net.createServer((near) => {
    const far = net.connect(target)
    let isDoomed = false
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => (near.destroy(), far.destroy(), sockets.delete(socket)))
    }
    near.on('data', (chunk) => {
      if (doomed && chunk.includes(`${doomed}\0`)) {
        doomed = undefined
        isDoomed = true
      }
      far.write(chunk)
    })
    far.on('data', (chunk) => {
      if (!isDoomed) return void near.write(chunk)
      lost++
      near.destroy()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address() as net.AddressInfo // listening on TCP
  return {
    url: `mongodb://127.0.0.1:${address.port}/?directConnection=true`,
    loseNextReplyTo: (command: string) => (doomed = command),
    get lost() {
      return lost
    },
    stop() {
      for (const socket of sockets) socket.destroy()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
