import { setTimeout as sleep } from 'node:timers/promises'
import { commitmentOf } from '../../collections/Polls/castVote.ts'
import { tally } from '../../collections/Polls/tally.schema.ts'
import { newReceiptSecret, newVoter, type BoxPoll, type openBox } from './ballot-box.ts'
import { openConnection, post, type Connection, type Reply } from './connection.ts'

export type StormOptions = {
  port: number
  poll: BoxPoll
  secret: string
  voters: number
  attemptsEach: number
  width: number
  /** Called as attempts are answered, to do harm at a moment. */
  onAnswered?: (answered: number) => void
}

/** What voters were told: whose vote was acknowledged with which receipt, and how often each status came. */
export type Told = { receipts: Map<number, Set<string>>; statuses: Map<number, number>; broken: number }

/**
 * Voters who press the button several times: with the same secret (a retry) and with another one (a second vote), all in a
 * random order over some connections. What breaks off is sent again until it is answered, as the form's script does.
 */
export const storm = async (options: StormOptions): Promise<Told> => {
  const { port, poll, voters, attemptsEach, width, onAnswered = () => {} } = options
  const told: Told = { receipts: new Map(), statuses: new Map(), broken: 0 }
  const attempts = shuffled(attemptsOf(options))
  let answered = 0
  await Promise.all(
    Array.from({ length: width }, async () => {
      let connection: Connection | null = null
      for (let attempt = attempts.pop(); attempt; attempt = attempts.pop()) {
        const { voter, request } = attempt
        for (;;) {
          const reply: Reply | null = await (connection ??= await connect(port))
            .send(request)
            .catch(() => null)
          if (reply && reply.status < 500) {
            note(told, voter, reply)
            break
          }
          told.broken += 1
          connection.close()
          connection = null
          await sleep(100)
        }
        onAnswered((answered += 1))
      }
      connection?.close()
    }),
  )
  if (answered !== voters * attemptsEach) throw new Error(`${answered} attempts were answered`)
  return told

  function attemptsOf({ secret }: StormOptions) {
    return Array.from({ length: voters }, (_, voter) => {
      const [cookie, own] = [newVoter(secret), newReceiptSecret()]
      return Array.from({ length: attemptsEach }, (_, index) => {
        const choice = poll.options[(voter + index) % poll.options.length]
        const body = { choices: [choice], secret: index % 2 === 0 ? own : newReceiptSecret() }
        return { voter, request: post(port, `/api/polls/${poll.id}/vote`, body, cookie) }
      })
    }).flat()
  }
}

/** What is wrong with the box after a storm of so many voters; empty when every vote counts once. */
export const faultsAfter = async (
  box: Awaited<ReturnType<typeof openBox>>,
  { poll, told, voters }: { poll: BoxPoll; told: Told; voters: number },
): Promise<string[]> => {
  const [marks, ballots] = await Promise.all([
    box.marks.find({ poll: poll.id }).toArray(),
    box.ballots.find({ poll: poll.id }).toArray(),
  ])
  const counted = tally(
    poll.options,
    ballots.map(({ choices }) => choices),
  )
  const votes = counted.options.reduce((sum, { count }) => sum + count, 0)
  const known = new Map(ballots.map(({ _id, choices }) => [_id, choices]))
  const receipts = [...told.receipts.values()].flatMap((all) => [...all])
  const lost = receipts.filter((receipt) => {
    const { secret, choice } = JSON.parse(receipt) as { secret: string; choice: string } // written by note()
    return known.get(commitmentOf(poll.id, secret))?.[0] !== choice
  })
  const numbers: [string, number][] = [
    ['voters with a receipt', told.receipts.size],
    ['receipts', receipts.length],
    ['marks', marks.length],
    ['marked voters', new Set(marks.map(({ voter }) => voter)).size],
    ['ballots', ballots.length],
    ['votes in the tally', votes],
  ]
  return [
    ...numbers.flatMap(([name, number]) => (number === voters ? [] : [`${name}: ${number}, not ${voters}`])),
    ...(lost.length > 0 ? [`receipts without their ballot: ${lost.length}`] : []),
  ]
}

const note = (told: Told, voter: number, { status, body }: Reply): void => {
  told.statuses.set(status, (told.statuses.get(status) ?? 0) + 1)
  if (status === 409) return
  if (status !== 201 && status !== 200) throw new Error(`A vote answered ${status}: ${body}`)
  const { receipt, choices } = JSON.parse(body) as { receipt: string; choices: string[] } // voteEndpoint.ts
  const own = JSON.stringify({ secret: receipt.split('.')[1], choice: choices[0] })
  told.receipts.set(voter, (told.receipts.get(voter) ?? new Set()).add(own))
}

const connect = async (port: number): Promise<Connection> => {
  for (;;) {
    try {
      return await openConnection(port)
    } catch {
      await sleep(100) // the server is being started again
    }
  }
}

const shuffled = <T>(items: T[]): T[] => {
  for (let index = items.length - 1; index > 0; index -= 1) {
    const other = Math.floor(Math.random() * (index + 1))
    const [a, b] = [items[index], items[other]]
    if (a === undefined || b === undefined) continue
    items[index] = b
    items[other] = a
  }
  return items
}
