import { join } from 'node:path'
import { downloadSnapshot } from '../rebuild/snapshot-file.ts'
import { printRatio } from './figures.ts'
import { benchCrawl } from './publish/crawl.ts'
import { benchFullRender } from './publish/full-render.ts'
import { benchLatency } from './publish/latency.ts'
import { benchPeers } from './publish/peers.ts'
import { withPortal, type ScaledPortal } from './publish/scaled-portal.ts'
import { cutSnapshot } from './publish/snapshots.ts'
import { startRunningPortal } from './running-portal.ts'

const sizes = { small: 100, usual: 5_000, full: 10_000, large: 20_000 }

/**
 * From an editor's save to the new bytes on the public page, at three sizes; readers meanwhile; the same edit, and a whole
 * rendering, by others. Some twenty minutes.
 */
export const benchPublish = async (dataDir: string, { small, usual, full, large } = sizes): Promise<void> => {
  const mediaDir = join(dataDir, 'media')
  const snapshotOf = (news: number) => join(dataDir, `snapshot-${news}.ndjson`)
  const keepSnapshot = ({ url, news }: ScaledPortal) =>
    downloadSnapshot({ cmsUrl: url, path: snapshotOf(news) })
  await (await startRunningPortal(dataDir)).stop() // demo data

  const atSmall = await withPortal({ dataDir, news: small }, benchLatency)
  const atUsual = await withPortal({ dataDir, news: usual }, async (portal) => {
    const latency = await benchLatency(portal)
    await benchCrawl(portal)
    await keepSnapshot(portal)
    return latency
  })
  await benchPeers(dataDir, { snapshotFile: snapshotOf(usual), mediaDir, news: usual }, atUsual)

  const atLarge = await withPortal({ dataDir, news: large }, async (portal) => {
    const latency = await benchLatency(portal)
    await keepSnapshot(portal)
    return latency
  })
  printRatio(atLarge, atSmall, { rank: 'p95', target: 1.3 })
  cutSnapshot(snapshotOf(large), snapshotOf(full), full)
  await benchFullRender(dataDir, { snapshotFile: snapshotOf(full), mediaDir, news: full })
}
