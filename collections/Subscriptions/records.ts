import type { Payload } from 'payload'

/*
 * The three collections as the database holds them, for work by the thousand: Payload's operations would cost many times as
 * much, and these records have no hooks, drafts or rules.
 */

type Id = { toString: () => string }

export type NoticeRecord = {
  _id: Id
  key: string
  collectionSlug: string
  documentId: string
  word: string
  title: string
  detail?: string | null
  path: string
  subjects: string[]
  slot: Date
  isSpread: boolean
  spreadTo?: string | null
}

export type MessageRecord = {
  _id: Id
  subscriber: string
  notice: string
  channel: string
  slot: Date
  dueAt: Date
  status: string
  attempts: number
  error?: string | null
}

export type SubscriberRecord = {
  _id: Id
  addressKey: string
  channel: 'email' | 'push'
  email?: string | null
  push?: { endpoint: string; keys: { p256dh: string; auth: string } } | null
  isActive: boolean
  subjects?: string[]
  rhythm?: string
  confirmedAt?: Date | null
}

export const recordsOf = (payload: Payload) => {
  const { connection } = payload.db
  const { ObjectId } = connection.base.mongo
  return {
    notices: connection.collection<Omit<NoticeRecord, '_id'>>('told-notices'),
    messages: connection.collection<Omit<MessageRecord, '_id'>>('told-messages'),
    subscribers: connection.collection<Omit<SubscriberRecord, '_id'>>('subscribers'),
    objectId: (id: string) => new ObjectId(id),
  }
}
