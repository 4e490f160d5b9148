import { join } from 'node:path'
import type { StartedPortal } from '../startPortalForTest.ts'

const root = join(import.meta.dirname, '../../..')
const sizeMegabytes = 160

/**
 * The command that starts the portal with `folder` on a small disk of its own: a tmpfs in a mount namespace that only
 * this portal sees and that ends with it. What lies in the folder is copied there. Root, or a user who can use user
 * namespaces, as for `npm start` itself.
 */
export function onSmallDisk(folder: string): string[] {
  const isRoot = process.getuid?.() === 0
  const namespace = isRoot ? ['--mount'] : ['--user', '--map-current-user', '--keep-caps', '--mount']
  const script = [
    'set -e',
    'small=$(mktemp -d)',
    `mount -t tmpfs -o size=${sizeMegabytes}m,mode=755 portal-test "$small"`,
    'cp -a "$1/." "$small"',
    'mount --move "$small" "$1" && rmdir "$small"',
    'shift && exec "$@"',
  ].join('\n')
  return [
    ...['unshare', ...namespace, '--propagation', 'private', 'sh', '-c', script, 'small-disk', folder],
    ...[process.execPath, join(root, 'scripts/start.ts')],
  ]
}

/** The site's folder as that portal sees it. */
export const siteBehind = ({ pid, dataDir }: StartedPortal): string => `/proc/${pid}/root${dataDir}/site`
