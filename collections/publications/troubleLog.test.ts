import { describe, expect, it, vi } from 'vitest'
import { troubleLog } from './troubleLog.ts'

const open = () => {
  const lines: unknown[] = []
  const say = (line: unknown) => void lines.push(line)
  const logger = { info: vi.fn(say), warn: vi.fn(say), error: vi.fn(say) }
  // Of pino's logger the three functions that are used.
  return { lines, log: troubleLog({ logger: logger as never }, 'dispatcher') }
}

const outage = () =>
  Object.assign(new Error('connect ECONNREFUSED'), {
    name: 'MongoServerSelectionError',
    reason: { servers: 'a page of them' },
  })

describe('the log of a worker in trouble', () => {
  it('has one line when a database outage begins and one when it is over', () => {
    const { lines, log } = open()
    log.worked()
    for (let sweep = 0; sweep < 50; sweep += 1) log.failed(outage())
    log.worked()
    log.worked()
    expect(lines).toEqual([
      expect.stringContaining('the database does not answer'),
      'dispatcher: works again',
    ])
  })

  it('keeps the whole error of any other fault, once', () => {
    const { lines, log } = open()
    const fault = new TypeError('x is not a function')
    log.failed(fault)
    log.failed(fault)
    expect(lines).toEqual([{ err: fault, msg: 'dispatcher failed; it tries again shortly' }])
  })

  it('tells a second outage as the first', () => {
    const { lines, log } = open()
    log.failed(outage())
    log.worked()
    log.failed(outage())
    expect(lines).toHaveLength(3)
  })
})
