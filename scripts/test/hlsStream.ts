import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { basename, extname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

const types: Record<string, string> = {
  '.m3u8': 'application/vnd.apple.mpegurl',
  '.ts': 'video/mp2t',
  '.mp4': 'video/mp4',
}

/**
 * A server of streams on loopback, with twenty seconds of a test card made by ffmpeg: `index.m3u8` (H.264 and AAC in HLS) and
 * `zapis.mp4`. It notes what it was asked for.
 */
export async function startStreamServer(folder: string, port: number) {
  await mkdir(folder, { recursive: true })
  const card = [
    '-f',
    'lavfi',
    '-i',
    'testsrc2=size=320x180:rate=10',
    '-f',
    'lavfi',
    '-i',
    'sine=frequency=440',
  ]
  const codecs = '-t 20 -c:v libx264 -preset ultrafast -pix_fmt yuv420p -g 20 -c:a aac -b:a 32k'.split(' ')
  await run('ffmpeg', ['-y', '-loglevel', 'error', ...card, ...codecs, join(folder, 'zapis.mp4')])
  const hls = '-c copy -f hls -hls_time 4 -hls_playlist_type vod'.split(' ')
  await run('ffmpeg', [
    '-y',
    '-loglevel',
    'error',
    '-i',
    join(folder, 'zapis.mp4'),
    ...hls,
    join(folder, 'index.m3u8'),
  ])
  const asked: string[] = []
  const server = createServer((req, res) => {
    const name = basename(new URL(req.url ?? '/', 'http://localhost').pathname)
    asked.push(name)
    const type = types[extname(name)]
    readFile(join(folder, name)).then(
      (bytes) => {
        const [, from = ''] = /^bytes=(\d+)-/.exec(req.headers.range ?? '') ?? []
        const start = Number(from)
        res.writeHead(from ? 206 : 200, {
          'content-type': type ?? 'application/octet-stream',
          'access-control-allow-origin': '*',
          'accept-ranges': 'bytes',
          ...(from ? { 'content-range': `bytes ${start}-${bytes.length - 1}/${bytes.length}` } : {}),
        })
        res.end(bytes.subarray(start))
      },
      () => res.writeHead(404, { 'access-control-allow-origin': '*' }).end(),
    )
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return { asked, stop: () => void server.close() }
}
