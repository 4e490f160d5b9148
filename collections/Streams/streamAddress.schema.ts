/** A service whose player stands in a frame. */
type Service = {
  name: string
  /** The host of the frame: the one a page's policy opens. */
  host: string
  /** The page of a video that an editor copies from the browser. */
  page: RegExp
  /** Its frame and its page, from a second on; `match` is what `page` found. */
  at: (match: RegExpExecArray, seconds: number) => { frame: string; page: string }
}

const services: Service[] = [
  {
    name: 'VK Видео',
    host: 'vkvideo.ru',
    page: /^https:\/\/(?:m\.)?(?:vk\.com|vk\.ru|vkvideo\.ru)\/(?:[^?#]*\?(?:[^#]*&)?z=)?(?:[\w/-]*\/)?(?:video|clip)(-?\d+)_(\d+)/,
    at: ([, owner, id], seconds) => ({
      frame: `https://vkvideo.ru/video_ext.php?oid=${owner}&id=${id}&hd=2&autoplay=1${seconds > 0 ? `&t=${clock(seconds)}` : ''}`,
      page: `https://vkvideo.ru/video${owner}_${id}${seconds > 0 ? `?t=${clock(seconds)}` : ''}`,
    }),
  },
  {
    name: 'Rutube',
    host: 'rutube.ru',
    page: /^https:\/\/(?:www\.)?rutube\.ru\/(?:live\/)?video\/(?:private\/)?([0-9a-f]{32})\/?(?:\?(?:[^#]*&)?p=([\w-]+))?/,
    at: ([, id, key], seconds) => {
      const query = [key && `p=${key}`, seconds > 0 && `t=${seconds}`].filter(Boolean).join('&')
      return {
        frame: `https://rutube.ru/play/embed/${id}/${query && `?${query}`}`,
        page: `https://rutube.ru/video/${key ? 'private/' : ''}${id}/${query && `?${query}`}`,
      }
    },
  },
  {
    name: 'YouTube',
    host: 'www.youtube-nocookie.com',
    page: /^https:\/\/(?:(?:www\.|m\.)?youtube\.com\/(?:watch\?(?:[^#]*&)?v=|live\/|embed\/)|youtu\.be\/)([\w-]{11})/,
    at: ([, id], seconds) => ({
      frame: `https://www.youtube-nocookie.com/embed/${id}?autoplay=1${seconds > 0 ? `&start=${seconds}` : ''}`,
      page: `https://www.youtube.com/watch?v=${id}${seconds > 0 ? `&t=${seconds}s` : ''}`,
    }),
  },
]

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 3600)}h${Math.floor((seconds % 3600) / 60)}m${seconds % 60}s`

/** What an address of a stream or a recording leads to. `at` gives the addresses from a second on. */
export type StreamAddress =
  | {
      kind: 'frame'
      /** «VK Видео» */
      name: string
      host: string
      at: (seconds: number) => { frame: string; page: string }
    }
  | { kind: 'hls' | 'file'; host: string; url: string }

/** Reads an address as an editor copied it; null when the portal could not show it. */
export const readStreamAddress = (text: string | null | undefined): StreamAddress | null => {
  const address = (text ?? '').trim()
  for (const { name, host, page, at } of services) {
    const match = page.exec(address)
    if (match) return { kind: 'frame', name, host, at: (seconds) => at(match, seconds) }
  }
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url || !isSafe(url)) return null
  if (/\.m3u8$/i.test(url.pathname)) return { kind: 'hls', host: url.host, url: url.href }
  if (/\.(mp4|webm)$/i.test(url.pathname)) return { kind: 'file', host: url.host, url: url.href }
  return null
}

/** On the machine itself there is no need for a certificate. */
const isSafe = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1'].includes(hostname))

/** Hosts from STREAM_HOSTS: «live.example.ru, cdn.example.ru:8443». */
export const streamHosts = (setting: string | undefined): string[] =>
  (setting ?? '').split(/[\s,]+/).filter((host) => /^[\w.-]+(:\d+)?$/.test(host))
