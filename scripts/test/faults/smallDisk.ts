import type { StartedPortal } from '../startPortalForTest.ts'

/**
 * The command with `folder` on a small disk of its own: a tmpfs in a mount namespace that only
 * its process sees and that ends with it. What lies in the folder is copied there. Root, or a user who can use user
 * namespaces, as for `npm start` itself.
 */
export function onSmallDisk({ folder, command, megabytes }: SmallDisk): string[] {
  const [uid = 0, gid = 0] = [process.getuid?.(), process.getgid?.()]
  const script = [
    'set -e',
    'mkdir -p "$1.small"',
    `mount -t tmpfs -o size=${megabytes}m,mode=755 portal-test "$1.small"`,
    'cp -a "$1/." "$1.small"',
    'mount --bind "$1.small" "$1"',
    'shift && exec "$@"',
  ].join('\n')
  const namespace = ['unshare', '--mount', '--propagation', 'private']
  // Only «root» may mount; behind a second user namespace the process is again who it was.
  const [enter, leave] =
    uid === 0
      ? [namespace, []]
      : [
          [...namespace, '--user', '--map-root-user'],
          ['unshare', '--user', `--map-user=${uid}`, `--map-group=${gid}`],
        ]
  return [...[...enter, 'sh', '-c', script, 'small-disk', folder], ...[...leave, ...command]]
}

interface SmallDisk {
  folder: string
  command: string[]
  megabytes: number
}

/** The site's folder as that portal sees it. */
export const siteBehind = ({ pid, dataDir }: StartedPortal): string => `/proc/${pid}/root${dataDir}/site`
