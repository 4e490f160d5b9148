/** The door as those who build and render see it; pages never import this. */
export { changedSources, type Difference } from './changedSources.ts'
export { ContentError, type NamedDocument } from './contentError.ts'
export {
  apply,
  askAgain,
  currentSnapshot,
  install,
  moment,
  openDoor,
  track,
  use,
  viewOf,
  withOverlay,
  withView,
  witness,
  type Reading,
  type Reads,
  type View,
} from './door.ts'
export { lastModified } from './lastModified.ts'
export { withNarrowing } from './listing.ts'
export { applied, emptySnapshot, identityOf, type Change, type Snapshot } from './snapshot.ts'
export { readContent, type Batch } from './source.ts'
