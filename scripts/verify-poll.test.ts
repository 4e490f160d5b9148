import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  ballotFormat,
  commitmentText,
  faultsOf as pageFaultsOf,
  receiptText,
  rootOf,
  type Ballot,
  type BallotList,
} from '../collections/Polls/ballotList.schema.ts'
import { tally } from '../collections/Polls/tally.schema.ts'
import { faultsOf } from './verify-poll.mjs'

const poll: BallotList['poll'] = {
  id: '0123456789abcdef01234567',
  question: 'Что построить?',
  level: 'Открытое: любой посетитель',
  closesAt: '2026-11-27T17:00:00.000Z',
  most: 2,
  options: ['a', 'b', 'c', 'd'].map((digit) => ({ id: digit.repeat(24), text: `Вариант ${digit}` })),
}
const ids = poll.options.map(({ id }) => id)
const secret = (index: number) =>
  createHash('sha256').update(`secret ${index}`).digest('base64url').slice(0, 22)
const commitment = (index: number) =>
  createHash('sha256')
    .update(commitmentText(poll.id, secret(index)))
    .digest('base64url')

const listOf = async (size: number): Promise<BallotList> => {
  const ballots = Array.from({ length: size }, (_, index): Ballot => {
    const choices = index % 3 === 0 ? [ids[0]!, ids[1 + (index % 2)]!] : [ids[index % 4]!]
    return [commitment(index), choices]
  }).sort(([one], [other]) => (one < other ? -1 : 1))
  const counted = tally(
    ids,
    ballots.map(([, choices]) => choices),
  )
  return { format: ballotFormat, poll, ballots, root: await rootOf(ballots), tally: counted }
}

let honest: BallotList
let dir = ''
beforeAll(async () => {
  honest = await listOf(60)
  dir = await mkdtemp(join(tmpdir(), 'verify-poll-'))
})
afterAll(() => rm(dir, { recursive: true, force: true }))

/** What somebody could do to a published list. Each leaves it different from what it was. */
const tampering = fc.oneof(
  fc.record({ kind: fc.constant('edit' as const), at: fc.nat(59), to: fc.nat(3) }),
  fc.record({ kind: fc.constant('forge' as const), at: fc.nat(59), with: fc.nat(1e6) }),
  fc.record({ kind: fc.constant('remove' as const), at: fc.nat(59), count: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ kind: fc.constant('insert' as const), at: fc.nat(60), with: fc.nat(1e6), to: fc.nat(3) }),
  fc.record({ kind: fc.constant('copy' as const), at: fc.nat(59) }),
  fc.record({ kind: fc.constant('swap' as const), at: fc.nat(58), other: fc.nat(59) }),
)
type Tampering = typeof tampering extends fc.Arbitrary<infer T> ? T : never

const tampered = (how: Tampering): Ballot[] => {
  const ballots = [...honest.ballots]
  const own = ballots[how.at] ?? ballots[0]!
  if (how.kind === 'edit')
    ballots[how.at] = [own[0], own[1][0] === ids[how.to] ? [ids[(how.to + 1) % 4]!] : [ids[how.to]!]]
  if (how.kind === 'forge') ballots[how.at] = [commitment(1000 + how.with), own[1]]
  if (how.kind === 'remove') ballots.splice(how.at, how.count)
  if (how.kind === 'insert') ballots.splice(how.at, 0, [commitment(1000 + how.with), [ids[how.to]!]])
  if (how.kind === 'copy') ballots.splice(how.at, 0, own)
  if (how.kind === 'swap') {
    const other = how.other === how.at ? how.at + 1 : how.other
    ;[ballots[how.at], ballots[other]] = [ballots[other]!, own]
  }
  return ballots
}

/** With or without a tally that was made to fit. */
const lists = fc.tuple(tampering, fc.boolean()).map(([how, isRecounted]): BallotList => {
  const ballots = tampered(how)
  const counted = tally(
    ids,
    ballots.map(([, choices]) => choices),
  )
  return { ...honest, ballots, tally: isRecounted ? counted : honest.tally }
})

describe('the verifier', () => {
  it('finds nothing wrong with an honest list, and neither does the page', async () => {
    for (const size of [0, 1, 2, 7, 60]) {
      const list = await listOf(size)
      expect(faultsOf(list)).toEqual([])
      expect(await pageFaultsOf(list)).toEqual([])
    }
  })

  it('detects 1,000 random tamperings of a list, as the page does', async () => {
    const seen = new Set<string>()
    await fc.assert(
      fc.asyncProperty(lists, async (list) => {
        seen.add(JSON.stringify(list.ballots))
        expect(faultsOf(list)).not.toEqual([])
        expect(await pageFaultsOf(list)).not.toEqual([])
      }),
      { numRuns: 1000 },
    )
    expect(seen.size).toBeGreaterThan(500)
  })

  it('detects a tally, a root and a choice that were changed', () => {
    const [first, ...others] = honest.tally.options
    const more = { ...honest.tally, options: [{ ...first!, count: first!.count + 1 }, ...others] }
    const joined = honest.ballots.map(([own, choices]): Ballot => [own, [choices.join(',')]])
    expect(faultsOf({ ...honest, tally: more })).not.toEqual([])
    expect(
      faultsOf({ ...honest, root: honest.root.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) }),
    ).not.toEqual([])
    expect(faultsOf({ ...honest, ballots: joined })).not.toEqual([])
  })

  it('recounts a file from the command line and finds a receipt', async () => {
    const file = join(dir, 'golosa.json')
    await writeFile(file, JSON.stringify(honest))
    const found = await run(file, receiptText(poll.id, secret(3)))
    expect(found.output).toContain('Бюллетеней: 60')
    expect(found.output).toMatch(/Ваш бюллетень: строка \d+, выбор: Вариант a; Вариант c\./)
    expect(found.code).toBe(0)
    expect(await run(file, receiptText(poll.id, secret(999)))).toMatchObject({ code: 1 })
    await writeFile(file, JSON.stringify({ ...honest, ballots: honest.ballots.slice(1) }))
    const refused = await run(file)
    expect(refused.code).toBe(1)
    expect(refused.output).toContain('НЕ СОШЛОСЬ')
  })

  it('stands alone and is short enough to be read', async () => {
    const source = await readFile(join(import.meta.dirname, 'verify-poll.mjs'), 'utf8')
    expect(source.split('\n').length).toBeLessThanOrEqual(151)
    for (const [, from = ''] of source.matchAll(/from '([^']+)'/g)) expect(from).toMatch(/^node:/)
  })
})

const run = (...args: string[]) =>
  new Promise<{ code: number; output: string }>((resolve) => {
    execFile(process.execPath, [join(import.meta.dirname, 'verify-poll.mjs'), ...args], (error, output) =>
      resolve({ code: Number(error?.code ?? 0), output }),
    )
  })
