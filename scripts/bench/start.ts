import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../portal/free-port.ts'
import { figure, print, printRatio } from './figures.ts'
import { startPlainNext } from './plain-next.ts'
import { startRunningPortal } from './running-portal.ts'

/** From the command to «Портал работает»: cold (empty data folder, nothing built), warm (nothing changed). */
export const benchStart = async (dataDir: string): Promise<void> => {
  const unit = 's'
  rmSync(join(import.meta.dirname, '..', '..', 'cms', '.next', 'portal-inputs'), { force: true })
  const port = await freePort()
  const cold = await startRunningPortal(dataDir, port)
  await cold.stop()
  print(figure({ bench: 'start', variant: 'cold', unit }, [cold.readyMs / 1000]))

  const warm: number[] = []
  const stops: number[] = []
  for (let turn = 0; turn < 5; turn += 1) {
    const portal = await startRunningPortal(dataDir, port)
    warm.push(portal.readyMs / 1000)
    stops.push((await portal.stop()) / 1000)
  }
  const ours = figure({ bench: 'start', variant: 'warm', unit }, warm)
  print(ours)
  print(figure({ bench: 'start', variant: 'stop', unit }, stops))

  const peers: number[] = []
  for (let turn = 0; turn < 5; turn += 1) {
    const next = await startPlainNext(dataDir)
    peers.push(next.readyMs / 1000)
    await next.stop()
  }
  const peer = figure({ bench: 'start', variant: 'next start (database and admin only)', unit }, peers)
  print(peer)
  printRatio(ours, peer)
}
