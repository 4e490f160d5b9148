import type { PayloadRequest } from 'payload'

type Cookie = { name: string; value: string; path: string; seconds: number }

/** The value of a cookie; empty when there is none. */
export const readCookie = (req: PayloadRequest, name: string): string =>
  (req.headers.get('cookie') ?? '')
    .split(/; */)
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? ''

/** `Set-Cookie` of a cookie that no script reads and no other site sends. */
export const cookieHeader = (
  { serverURL }: { serverURL: string },
  { name, value, path, seconds }: Cookie,
): string => {
  const secure = serverURL.startsWith('https:') ? '; Secure' : ''
  return `${name}=${value}; Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`
}
