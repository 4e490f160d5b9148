// Makes the search index of a site and lays it over the one that is live. Started by search-index.ts with its input as JSON;
// answers with the files it has written.
import { writeFileSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { makeSearchIndex } from '../../../site/src/integrations/searchIndex.ts'
import { layIndex } from '../tree/search-index.ts'
import type { SearchIndexInput } from './search-index.ts'

// Last in line for a core, first to go when memory runs out: the site does without a new index. Pagefind's own process,
// started below, inherits both.
setPriority(constants.priority.PRIORITY_LOW)
try {
  writeFileSync('/proc/self/oom_score_adj', '1000')
} catch {
  // no Linux
}

// Given by search-index.ts.
const input = JSON.parse(process.argv[2] ?? '{}') as SearchIndexInput
const files = await makeSearchIndex(input.publicDir)
process.channel?.ref() // exit-with-parent.ts lets go of it, and the answer must not be lost
process.send?.(layIndex({ ...input, files, now: Date.now() }), () => process.channel?.unref())
