import type { APIRoute } from 'astro'
import { settings } from '../cms/index.ts'
import { savedHousePath } from '../worker/places.ts'

/** Web Application Manifest (W3C): the portal as an application on a phone's screen. */
export const GET: APIRoute = () => {
  const name = settings()?.siteName || 'Люберцы'
  const icon = (src: string, size: number, purpose: string) => ({
    src,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  })
  return Response.json({
    name: `${name}: городской портал`,
    short_name: name,
    description: settings()?.tagline || 'Городской портал',
    id: '/',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    lang: 'ru',
    dir: 'ltr',
    background_color: '#ffffff',
    theme_color: '#0e4a3a',
    icons: [
      icon('/icon-192.png', 192, 'any'),
      icon('/icon-512.png', 512, 'any'),
      icon('/icon-maskable-512.png', 512, 'maskable'),
    ],
    shortcuts: [
      { name: 'Мой дом', url: savedHousePath },
      { name: 'Календарь', url: '/kalendar/' },
    ],
  })
}
