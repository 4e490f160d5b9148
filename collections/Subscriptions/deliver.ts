import { createLocalReq, type Payload } from 'payload'
import { publicView } from '../hooks/publicView.ts'
import type { Journal } from './journal.ts'
import { letterOf, type Item } from './letterOf.ts'
import { recordsOf, type MessageRecord, type NoticeRecord, type SubscriberRecord } from './records.ts'
import { ownLinks } from './tokens.ts'

/** What a way to a subscriber (mail, push) is given. */
export type Letter = {
  subscriber: SubscriberRecord
  slot: Date
  items: Item[]
  subject: string
  text: string
  links: { mine: string; stop: string }
}

export type Fate =
  | { state: 'taken' }
  /** This letter was refused: for good, or it is tried later. `reason` names no address. */
  | { state: 'refused'; isFinal: boolean; reason: string }
  /** The subscriber's device no longer exists. */
  | { state: 'gone' }
  /** The way itself does not work: nothing is said about the letter. */
  | { state: 'broken'; reason: string }

export type Way = {
  channel: 'email' | 'push'
  /** So many letters at once. */
  width: number
  /** `left` is called when all of the letter is on its way, before the answer. */
  send: (letter: Letter, left: () => void) => Promise<Fate>
}

const atOnce = 500
const pausesMs = [60_000, 5 * 60_000, 30 * 60_000, 3 * 3_600_000, 12 * 3_600_000, 24 * 3_600_000]

export type Round = { way: Way; journal: Journal; now: () => Date; isHeld: () => Promise<boolean> }

/**
 * Sends what is due on one way, by the batch, until nothing is.
 * @returns why it stopped before the end, or null
 */
export const deliver = async (payload: Payload, round: Round): Promise<string | null> => {
  for (;;) {
    if (!(await round.isHeld())) return null
    await settle(payload, round.journal)
    const letters = await nextLetters(payload, round)
    if (letters.length === 0) return null
    const trouble = await sendAll(payload, letters, round)
    await settle(payload, round.journal)
    if (trouble !== null) return trouble
  }
}

/**
 * Writes into the database what the journal knows: after a batch, and after a crash. Of letters that had left when the process
 * was killed the answer is not known; they arrive, so they count as sent.
 */
export const settle = async (payload: Payload, journal: Journal): Promise<void> => {
  const { messages, objectId } = recordsOf(payload)
  const taken = journal.read()
  if (taken.length === 0) return journal.clear()
  await messages.updateMany({ _id: { $in: taken.map(objectId) } }, { $set: { status: 'sent', error: null } })
  journal.clear()
}

type Due = { subscriber: string; slot: Date; messages: MessageRecord[] }

const nextLetters = async (payload: Payload, { way, now }: Round): Promise<Due[]> => {
  const due = (await recordsOf(payload)
    .messages.find({ status: 'waiting', channel: way.channel, dueAt: { $lte: now() } })
    .sort({ dueAt: 1, subscriber: 1 })
    .limit(atOnce)
    .toArray()) as MessageRecord[]
  const letters = [
    ...Map.groupBy(due, ({ subscriber, slot }) => `${subscriber} ${slot.toISOString()}`).values(),
  ].flatMap((messages): Due[] => {
    const [first] = messages
    return first ? [{ subscriber: first.subscriber, slot: first.slot, messages }] : []
  })
  // The last letter of a full batch may be cut off: it is the first of the next one.
  return due.length === atOnce && letters.length > 1 ? letters.slice(0, -1) : letters
}

const sendAll = async (payload: Payload, due: Due[], round: Round): Promise<string | null> => {
  const { subscribers, notices, objectId } = recordsOf(payload)
  const known = new Map(
    (
      await subscribers
        .find({ _id: { $in: due.map(({ subscriber }) => objectId(subscriber)) }, isActive: true })
        .toArray()
    ).map((one) => [one._id.toString(), one]),
  )
  const keys = [...new Set(due.flatMap(({ messages }) => messages.map(({ notice }) => notice)))]
  const readable = await readableOf(payload, await notices.find({ key: { $in: keys } }).toArray())
  const waiting = [...due]
  let trouble: string | null = null

  const worker = async () => {
    for (let one = waiting.shift(); one && trouble === null; one = waiting.shift()) {
      if (!(await round.isHeld())) return
      const subscriber = known.get(one.subscriber)
      const told = subscriber
        ? one.messages.flatMap(({ notice }) => {
            const found = readable.get(notice)
            return found && isWanted(found, subscriber) ? [found] : []
          })
        : []
      if (!subscriber || told.length === 0) {
        await mark(payload, one, { status: 'dropped' })
        continue
      }
      const note = round.journal.note(one.messages.map(({ _id }) => _id.toString()))
      const fate = await round.way.send(compose(payload, { subscriber, slot: one.slot, told }), note.left)
      if (fate.state === 'broken') trouble = fate.reason
      if (fate.state === 'taken') note.left()
      else note.came()
      if (fate.state === 'refused') await postpone(payload, one, fate)
      if (fate.state === 'gone') await forget(payload, one.subscriber)
    }
  }
  await Promise.all(Array.from({ length: round.way.width }, worker))
  return trouble
}

const compose = (
  payload: Payload,
  { subscriber, slot, told }: { subscriber: SubscriberRecord; slot: Date; told: NoticeRecord[] },
): Letter => {
  const links = ownLinks(payload, subscriber._id.toString())
  const items = told.map(({ word, title, detail, path }) => ({
    word,
    title,
    detail: detail ?? null,
    url: new URL(path, payload.config.serverURL).href,
  }))
  return { subscriber, slot, items, links, ...letterOf(items, links) }
}

const isWanted = (notice: NoticeRecord, { subjects = [] }: SubscriberRecord): boolean =>
  notice.subjects.some((subject) => subjects.includes(subject))

/** Of the notices those whose page residents can still open. */
const readableOf = async (payload: Payload, notices: NoticeRecord[]): Promise<Map<string, NoticeRecord>> => {
  const req = await createLocalReq({}, payload)
  const readable = new Map<string, NoticeRecord>()
  for (const notice of notices) {
    // It was made of a document of this collection.
    const collection = notice.collectionSlug as Parameters<typeof publicView>[1]
    if (await publicView(req, collection, notice.documentId)) readable.set(notice.key, notice)
  }
  return readable
}

const postpone = async (
  payload: Payload,
  letter: Due,
  { isFinal, reason }: { isFinal: boolean; reason: string },
): Promise<void> => {
  const attempts = Math.max(...letter.messages.map((message) => message.attempts))
  const pause = isFinal ? undefined : pausesMs[attempts]
  payload.logger.warn({ msg: 'A letter to a subscriber was not taken', attempts: attempts + 1, reason })
  await mark(payload, letter, {
    attempts: attempts + 1,
    error: reason,
    ...(pause === undefined ? { status: 'failed' } : { dueAt: new Date(Date.now() + pause) }),
  })
}

const mark = async (payload: Payload, letter: Due, change: Partial<MessageRecord>): Promise<void> => {
  const { messages, objectId } = recordsOf(payload)
  const ids = letter.messages.map(({ _id }) => objectId(_id.toString()))
  await messages.updateMany({ _id: { $in: ids } }, { $set: change })
}

/** Erases a subscriber and all that waits for them. */
export const forget = async (payload: Payload, id: string): Promise<void> => {
  const { subscribers, messages, objectId } = recordsOf(payload)
  await subscribers.deleteOne({ _id: objectId(id) })
  await messages.deleteMany({ subscriber: id })
}
