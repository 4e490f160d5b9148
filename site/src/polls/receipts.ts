/** Receipts of this browser, by poll. A browser that keeps nothing (a private window) has none. */

const key = (poll: string) => `receipt:${poll}`

export function keptReceipt(poll: string): string | null {
  try {
    return localStorage.getItem(key(poll))
  } catch {
    return null // storage is switched off
  }
}

export function keepReceipt(poll: string, receipt: string) {
  try {
    localStorage.setItem(key(poll), receipt)
  } catch {
    // Storage is switched off: the receipt stands on the page to be copied.
  }
}
