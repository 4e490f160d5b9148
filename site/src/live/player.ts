import { livePath, type LiveNow } from '../../../collections/Streams/streams.schema.ts'

/*
 * The player of a stream or a recording. Nothing of another host is loaded before a press. A frame brings the player of its
 * service; HLS is played by the browser itself where it can, else by hls.js, which is loaded then and not before.
 */

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link) return
  // A link into the recording may stand elsewhere on the page: beside the item of an agenda.
  const place = link.dataset['of'] ? playerOf(link.dataset['of']) : link.closest<HTMLElement>('[data-player]')
  const screen = place?.querySelector<HTMLElement>('[data-screen]')
  if (!place || !screen || !(link.dataset['frame'] ?? link.dataset['at'])) return
  event.preventDefault()
  if (link.dataset['frame']) showFrame(screen, link.dataset['frame'])
  else void showVideo(place, screen, Number(link.dataset['at']))
  screen.scrollIntoView({ block: 'nearest' })
})
for (const place of document.querySelectorAll<HTMLElement>('[data-awaits]')) waitFor(place)

const playerOf = (id: string) => document.querySelector<HTMLElement>(`[data-player="${id}"]`)

function showFrame(screen: HTMLElement, address: string) {
  const known = screen.querySelector('iframe')
  const frame = known ?? document.createElement('iframe')
  frame.src = address
  if (known) return known.focus()
  frame.title = screen.dataset['title'] ?? ''
  frame.allow = 'autoplay; fullscreen; encrypted-media; picture-in-picture'
  frame.allowFullscreen = true
  frame.referrerPolicy = 'strict-origin-when-cross-origin'
  screen.replaceChildren(frame)
  frame.focus()
}

async function showVideo(place: HTMLElement, screen: HTMLElement, seconds: number) {
  const known = screen.querySelector('video')
  if (known) return seek(known, seconds)
  const { media = '', kind, captions, title = '' } = { ...place.dataset, ...screen.dataset }
  const video = document.createElement('video')
  video.controls = true
  video.playsInline = true
  video.setAttribute('aria-label', title)
  if (captions) video.append(trackOf(captions))
  video.addEventListener('error', () => fail(place), { once: true })
  screen.replaceChildren(video)
  video.focus()
  if (kind === 'file' || video.canPlayType('application/vnd.apple.mpegurl')) video.src = media
  else if (!(await playByLibrary(video, media, () => fail(place)))) return fail(place)
  seek(video, seconds)
}

function trackOf(address: string): HTMLTrackElement {
  const track = document.createElement('track')
  return Object.assign(track, {
    kind: 'captions',
    srclang: 'ru',
    label: 'Русские',
    src: address,
    default: true,
  })
}

async function playByLibrary(
  video: HTMLVideoElement,
  address: string,
  onFault: () => void,
): Promise<boolean> {
  const { default: Hls } = await import('hls.js/light')
  if (!Hls.isSupported()) return false
  // Its worker would be made of a blob, which no policy of ours allows.
  const hls = new Hls({ enableWorker: false })
  hls.on(Hls.Events.ERROR, (_, { fatal }) => {
    if (!fatal) return
    hls.destroy()
    onFault()
  })
  hls.loadSource(address)
  hls.attachMedia(video)
  return true
}

function seek(video: HTMLVideoElement, seconds: number) {
  const go = () => {
    if (seconds > 0) video.currentTime = seconds
    // A browser may want another press before it makes a sound.
    void video.play().catch(() => {})
  }
  if (video.readyState > 0) go()
  else video.addEventListener('loadedmetadata', go, { once: true })
}

function fail(place: HTMLElement) {
  const said = place.querySelector('[role=alert]')
  if (said)
    said.textContent =
      'Видео не открылось: сервер трансляции не отвечает. Попробуйте через минуту или обновите страницу.'
}

/** The page of a stream that has not begun asks now and then, and opens anew when it has. */
function waitFor(place: HTMLElement) {
  const everyMs = 20_000
  const timer = setInterval(() => {
    if (document.hidden) return
    void fetch(livePath)
      .then(async (response) => (response.ok ? ((await response.json()) as LiveNow).live : [])) // the endpoint answers so
      .then((live) => {
        if (!live.some(({ href }) => href === place.dataset['awaits'])) return
        clearInterval(timer)
        location.reload()
      })
      .catch(() => {}) // no network: the next time
  }, everyMs)
}
