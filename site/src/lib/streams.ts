import { readStreamAddress, type StreamAddress } from '../../../collections/Streams/streamAddress.schema.ts'
import { secondsOf, type StreamState } from '../../../collections/Streams/streams.schema.ts'
import { stateOfStream, streamsOf, type Stream } from '../cms/index.ts'

/** What the page of a stream plays in a state: the stream, its recording, or nothing. */
export function shownAddress(
  { url, recordingUrl }: Pick<Stream, 'url' | 'recordingUrl'>,
  state: StreamState,
): StreamAddress | null {
  if (state === 'recording') return readStreamAddress(recordingUrl)
  return state === 'live' ? readStreamAddress(url) : null
}

/** Attributes of a link into a stream: where it leads without script, and what the script of the player does instead. */
export function linkAt(address: StreamAddress, seconds: number) {
  if (address.kind !== 'frame')
    return { href: seconds > 0 ? `${address.url}#t=${seconds}` : address.url, 'data-at': seconds }
  const { frame, page } = address.at(seconds)
  return { href: page, 'data-frame': frame }
}

/** Where the recordings of a document come to an item of its agenda, the first being 1. */
export function recordedAt(documentId: string, item: number) {
  return streamsOf(documentId).flatMap((stream) => {
    const address = stateOfStream(stream) === 'recording' ? shownAddress(stream, 'recording') : null
    const chapter = stream.chapters?.find((each) => each.item === item)
    if (!address || !chapter) return []
    return [
      {
        time: chapter.time,
        link: { ...linkAt(address, secondsOf(chapter.time) ?? 0), 'data-of': stream.id },
      },
    ]
  })
}
