import type { Page } from 'playwright-core'
import type { PortalUnderTest } from '../startPortalForTest.ts'

/** The demo login of a role. */
export function loginOf({ logins }: PortalUnderTest, role: string): { email: string; password: string } {
  const login = logins.find((candidate) => candidate.role === role)
  if (!login) throw new Error(`The seed made no login for ${role}`)
  return login
}

/** Logs in through the form, as a person does. */
export async function logInByForm(page: Page, portal: PortalUnderTest, role: string): Promise<void> {
  const { email, password } = loginOf(portal, role)
  await page.goto(`${portal.url}/admin/login`)
  await page.locator('#field-email').fill(email)
  await page.locator('#field-password').fill(password)
  await page.locator('form.login__form button[type=submit]').click()
  await page.waitForURL((address) => !address.pathname.includes('/login'))
}

/** Opens the admin as somebody who has logged in. */
export async function logIn(page: Page, portal: PortalUnderTest, role: string): Promise<void> {
  await page
    .context()
    .addCookies([{ name: 'payload-token', value: await tokenOf(portal, role), url: portal.url }])
  await page.goto(`${portal.url}/admin`)
}

/** Chooses an option of one of the admin's select fields by its visible name. */
export async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.locator(`#field-${field} .rs__control`).click()
  await page.locator('.rs__option', { hasText: option }).first().click()
}

/** The sentence of the edit view that says where the last publication stands. */
export const publishStatus = (page: Page) => page.locator('.portal-status__line').first()

/** A REST call with the role's token, for what a person would not do by hand. */
export async function asRole(portal: PortalUnderTest, role: string) {
  const token = await tokenOf(portal, role)
  return (path: string, init: RequestInit = {}) =>
    fetch(`${portal.url}${path}`, {
      ...init,
      headers: { 'content-type': 'application/json', authorization: `JWT ${token}`, ...init.headers },
    })
}

/** The token of the session that the tests of a role share. */
export const tokenOf = async (portal: PortalUnderTest, role: string): Promise<string> =>
  portal.tokens?.[role] ?? (await newToken(portal, role))

/** The token of a new session. */
export async function newToken(portal: PortalUnderTest, role: string): Promise<string> {
  const reply = await fetch(`${portal.url}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(loginOf(portal, role)),
  })
  if (!reply.ok) throw new Error(`${role} cannot log in: ${reply.status}`)
  return ((await reply.json()) as { token: string }).token // the shape of Payload's login reply
}

/** Repeats a look until it shows the wanted thing, or fails with what it saw last. */
export async function eventually<T>(
  look: () => Promise<T>,
  isWanted: (seen: T) => boolean,
  { timeoutMs = 60_000, everyMs = 500 } = {},
): Promise<T> {
  const deadline = Date.now() + timeoutMs
  for (;;) {
    const seen = await look()
    if (isWanted(seen)) return seen
    if (Date.now() > deadline)
      throw new Error(`Not seen within ${timeoutMs} ms; last: ${JSON.stringify(seen)?.slice(0, 400)}`)
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
}
