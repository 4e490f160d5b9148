/** The door as those who build and render see it; pages never import this. */
export { ContentError } from './contentError.ts'
export { nextChange } from './clock.ts'
export {
  apply,
  changedKeys,
  currentSnapshot,
  install,
  moment,
  openDoor,
  track,
  use,
  witness,
  withOverlay,
  withView,
  type Read,
  type Reads,
  type View,
} from './door.ts'
export { lastModified } from './lastModified.ts'
export { identityOf, type Change, type Snapshot } from './snapshot.ts'
export { readContent, type Batch } from './source.ts'
