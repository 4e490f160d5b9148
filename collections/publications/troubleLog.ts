import type { Payload } from 'payload'

/**
 * Tells a fault of a worker once when it begins and once when it is over, however often the worker tries in between.
 * A database that is away is told in one line: the driver's picture of its topology helps nobody.
 */
export const troubleLog = ({ logger }: Pick<Payload, 'logger'>, worker: string) => {
  let known: string | null = null
  return {
    failed: (error: unknown): void => {
      const kind = error instanceof Error ? error.name : String(error)
      if (kind === known) return
      known = kind
      if (isConnectionFault(kind))
        logger.warn(`${worker}: the database does not answer (${kind}); it goes on when the database is back`)
      else logger.error({ err: error, msg: `${worker} failed; it tries again shortly` })
    },
    worked: (): void => {
      if (known === null) return
      known = null
      logger.info(`${worker}: works again`)
    },
  }
}

const isConnectionFault = (name: string) =>
  /^Mongo(ose)?(Network|ServerSelection|NotConnected|TopologyClosed)|^PoolCleared/.test(name)
