import { expect, it } from 'vitest'
import { readStreamAddress, streamHosts } from './streamAddress.schema.ts'

const id = '0123456789abcdef0123456789abcdef'

it.each([
  [
    'https://vkvideo.ru/video-1234_5678',
    'https://vkvideo.ru/video_ext.php?oid=-1234&id=5678&hd=2&autoplay=1',
  ],
  [
    'https://vk.com/video-1234_5678?list=ln-x',
    'https://vkvideo.ru/video_ext.php?oid=-1234&id=5678&hd=2&autoplay=1',
  ],
  [
    'https://vk.com/video?z=video-1234_5678%2Fpl',
    'https://vkvideo.ru/video_ext.php?oid=-1234&id=5678&hd=2&autoplay=1',
  ],
  [
    'https://vkvideo.ru/playlist/-1_2/video-1234_5678',
    'https://vkvideo.ru/video_ext.php?oid=-1234&id=5678&hd=2&autoplay=1',
  ],
  [`https://rutube.ru/video/${id}/`, `https://rutube.ru/play/embed/${id}/`],
  [`https://rutube.ru/live/video/${id}/`, `https://rutube.ru/play/embed/${id}/`],
  [`https://rutube.ru/video/private/${id}/?p=Kq-1`, `https://rutube.ru/play/embed/${id}/?p=Kq-1`],
  [
    'https://www.youtube.com/watch?app=desktop&v=abcdefghijk',
    'https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1',
  ],
  ['https://youtu.be/abcdefghijk?si=x', 'https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1'],
  [
    'https://www.youtube.com/live/abcdefghijk',
    'https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1',
  ],
])('shows %s in the frame %s', (page, frame) => {
  const address = readStreamAddress(page)
  expect(address?.kind === 'frame' && address.at(0).frame).toBe(frame)
})

it.each([
  ['https://vkvideo.ru/video-1_2', 't=1h2m3s', 't=1h2m3s'],
  [`https://rutube.ru/video/${id}/`, 't=3723', 't=3723'],
  ['https://youtu.be/abcdefghijk', 'start=3723', 't=3723s'],
])('leads into %s at a second, in the frame and on its page', (page, inFrame, onPage) => {
  const address = readStreamAddress(page)
  const at = address?.kind === 'frame' ? address.at(3723) : null
  expect(at?.frame.endsWith(inFrame)).toBe(true)
  expect(at?.page.endsWith(onPage)).toBe(true)
})

it.each([
  ['https://live.example.ru/sovet/index.m3u8', 'hls', 'live.example.ru'],
  ['https://cdn.example.ru:8443/zapis.mp4?x=1', 'file', 'cdn.example.ru:8443'],
  ['http://localhost:4200/index.m3u8', 'hls', 'localhost:4200'],
])('plays %s itself', (text, kind, host) => {
  expect(readStreamAddress(text)).toMatchObject({ kind, host })
})

it.each([
  'http://live.example.ru/index.m3u8',
  'https://vkvideo.ru/@kanal',
  'https://vkvideo.ru.evil.example/video-1_2',
  'https://evil.example/?https://vkvideo.ru/video-1_2',
  'https://example.ru/player.html',
  'javascript:alert(1)//.m3u8',
  '',
])('shows no «%s»', (text) => {
  expect(readStreamAddress(text)).toBeNull()
})

it('reads hosts of a setting and leaves out what is none', () => {
  expect(streamHosts('live.example.ru, cdn.example.ru:8443 https://x.ru;')).toEqual([
    'live.example.ru',
    'cdn.example.ru:8443',
  ])
})
