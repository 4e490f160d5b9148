import { stateBy, type StreamState } from '../../../../collections/Streams/streams.schema.ts'
import { query } from '../door.ts'
import type { Stream } from '../types.ts'

/** Streams of what has a page, by their planned start. */
export const streamsOf = query('list:streamsOf', ({ content }, documentId: string) => [
  ...content.group('streams', 'of', documentId).all(),
])

export const stateOfStream = ({ id }: Pick<Stream, 'id'>): StreamState => streamClock(id)

const streamClock = query('clock:stream', ({ content, clock }, id: string): StreamState => {
  const stream = content.doc('streams', id)
  return stream ? stateBy(stream, (moment) => clock.reached(moment)) : 'ended'
})
