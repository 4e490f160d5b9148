import { documentPath, hasPage } from '../../../collections/documentPath.schema.ts'
import { questionPath, questionsPath } from '../../../collections/Questions/paths.schema.ts'
import { newsTopics, topicPath } from '../../../collections/newsTopics.schema.ts'
import { wishPaths } from '../../../collections/Wishes/wishes.schema.ts'
import { group, groupValues } from './documentIndex.ts'
import { currentSnapshot } from './door.ts'
import type { Snapshot } from './snapshot.ts'

/** Path → when its content changed last, for the sitemap: documents by themselves, lists by their newest document. */
export function lastModified(snapshot: Snapshot = currentSnapshot()): ReadonlyMap<string, string> {
  const { news, events, deputies, hearings, questions, polls, wishes, houses } = snapshot.collections
  const dates = new Map<string, string>()
  const note = (path: string, documents: readonly Dated[]) => {
    const latest = documents.reduce((last, { updatedAt }) => (updatedAt > last ? updatedAt : last), '')
    if (latest) dates.set(path, latest)
  }
  note('/novosti/', news.sorted)
  note('/kalendar/', events.sorted)
  note('/deputaty/', deputies.sorted)
  note('/slushaniya/', hearings.sorted)
  note('/golosovaniya/', polls.sorted)
  note(wishPaths.list, group(wishes, 'open', 'all'))
  note(questionsPath, questions.sorted)
  for (const question of questions.sorted) note(questionPath(question.number), [question])
  note('/dom/', houses.sorted)
  note('/', [...news.sorted, ...events.sorted, ...hearings.sorted])
  for (const { value } of newsTopics) note(topicPath(value), group(news, 'topic', value))
  for (const month of groupValues(events, 'month')) note(`/kalendar/${month}/`, group(events, 'month', month))
  for (const [collection, { sorted }] of Object.entries(snapshot.collections)) {
    if (!hasPage(collection)) continue
    for (const doc of sorted) if ('slug' in doc && doc.slug) note(documentPath(collection, doc.slug), [doc])
  }
  return dates
}

interface Dated {
  updatedAt: string
}
