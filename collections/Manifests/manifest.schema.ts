/** An edition of a notice in a manifest: `sha256` is of its text, in hex; `publishedAt` is ISO. */
export type ManifestEdition = { hearing: string; edition: number; sha256: string; publishedAt: string }

/** The editions of a day, signed: the file /slushaniya/podlinnost/DAY.json; scripts/verify-notice.mjs reads the same. */
export type SignedManifest = {
  format: typeof manifestFormat
  /** A day in Moscow that is over: every edition until its end that no earlier manifest has. */
  day: string
  /** When it was signed: after a day on which the portal stood still, later than the morning after. */
  signedAt: string
  /** SHA-256 of the text of the manifest before; empty in the first. */
  previous: string
  editions: ManifestEdition[]
  /** Ed25519 public key, SPKI in base64. */
  key: string
  /** Of signedText, in base64. */
  signature: string
}

export const manifestFormat = 'lyubertsy-notices/1'

/** A record of the collection as the file that is published. */
export const manifestFile = ({
  day,
  editions,
  key,
  previous,
  signature,
  signedAt,
}: Kept): SignedManifest => ({
  format: manifestFormat,
  day,
  signedAt,
  previous: previous ?? '',
  editions: editions as ManifestEdition[], // signManifests.ts wrote them; the field's type says JSON
  key,
  signature,
})

type Kept = Omit<SignedManifest, 'format' | 'editions' | 'previous'> & {
  editions: unknown
  previous?: string | null
}

/** What is signed, and hashed for the chain. */
export const signedText = ({
  day,
  editions,
  key,
  previous,
  signedAt,
}: Omit<SignedManifest, 'signature'>): string =>
  [
    manifestFormat,
    day,
    signedAt,
    previous,
    key,
    ...editions.map(
      ({ hearing, edition, sha256, publishedAt }) => `${hearing} ${edition} ${sha256} ${publishedAt}`,
    ),
    '',
  ].join('\n')

/** Everything that is wrong with all manifests, the first first; empty when each is signed and follows the one before. */
export const faultsOf = async (manifests: readonly SignedManifest[]): Promise<string[]> => {
  const faults: string[] = []
  let previous = ''
  let last: SignedManifest | undefined
  for (const manifest of manifests) {
    const { day, key } = manifest
    if (manifest.format !== manifestFormat) faults.push(`${day}: не ведомость портала`)
    if (!(await isSigned(manifest))) faults.push(`${day}: подпись не подходит`)
    if (manifest.previous !== previous) faults.push(`${day}: не продолжает предыдущую ведомость`)
    if (last && !(last.day < day)) faults.push(`${day}: дни не по порядку`)
    if (last && last.key !== key) faults.push(`${day}: ключ другой, чем был`)
    previous = hex(await crypto.subtle.digest('SHA-256', bytesOf(signedText(manifest))))
    last = manifest
  }
  return faults
}

/** Short name of a key that can be read out: the first 32 hex digits of its SHA-256, in fours. */
export const fingerprint = async (key: string): Promise<string> =>
  (
    hex(await crypto.subtle.digest('SHA-256', fromBase64(key)))
      .slice(0, 32)
      .match(/.{4}/g) ?? []
  ).join(' ')

export const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')

const isSigned = async (manifest: SignedManifest): Promise<boolean> => {
  try {
    const key = await crypto.subtle.importKey('spki', fromBase64(manifest.key), 'Ed25519', false, ['verify'])
    const text = bytesOf(signedText(manifest))
    // Base64 has several spellings of one signature; only ours is good.
    if (btoa(String.fromCharCode(...fromBase64(manifest.signature))) !== manifest.signature) return false
    return await crypto.subtle.verify('Ed25519', key, fromBase64(manifest.signature), text)
  } catch (error) {
    // A browser without Ed25519 must not say that the signature is wrong.
    if (error instanceof DOMException && error.name === 'NotSupportedError') throw error
    return false
  }
}

const bytesOf = (text: string) => new TextEncoder().encode(text)
const fromBase64 = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
