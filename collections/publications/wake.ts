// Next may load this module a second time in the same process; the symbol makes both copies ring the same bell.
const key = Symbol.for('lyubertsy.publications.wake')

type Bell = { [key]?: () => void }

/** Tells this process's dispatcher, if it has one, that there may be something to send. */
export const wakeDispatcher = (): void => (globalThis as Bell)[key]?.()

export const onWake = (listener: (() => void) | undefined): void => {
  const bell = globalThis as Bell
  if (listener) bell[key] = listener
  else delete bell[key]
}
