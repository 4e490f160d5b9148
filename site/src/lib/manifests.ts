import { manifestFormat, type SignedManifest } from '../../../collections/Manifests/manifest.schema.ts'
import type { Manifest } from '../cms/types.ts'

/** A manifest as it is published. */
export const fileOf = ({ day, editions, key, previous, signature, signedAt }: Manifest): SignedManifest => ({
  format: manifestFormat,
  day,
  signedAt,
  previous: previous ?? '',
  editions: editions as SignedManifest['editions'], // collections/Manifests/signManifests.ts wrote them
  key,
  signature,
})
