import { Buffer } from 'node:buffer'
import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFile } from 'node:fs/promises'

/*
 * Checks the signed manifests of official notices without the portal's code:
 *   node verify-notice.mjs https://…/slushaniya/podlinnost/vse.json [FILE|URL of the text of an edition]
 * Every signature, the chain of days, and whether that text is among the signed editions, and since when. Exits with 0 when
 * all is well, 1 when not, 3 when personal data were taken out of the text. Node ≥ 20 is all it needs.
 */

const format = 'lyubertsy-notices/1'

const main = async ([source, text]) => {
  if (!source) {
    console.log('Как проверить: npm run verify-notice -- ВЕДОМОСТИ.json|АДРЕС [ФАЙЛ|АДРЕС ТЕКСТА]')
    return 2
  }
  const parsed = JSON.parse((await read(source)).toString('utf8'))
  const manifests = Array.isArray(parsed) ? parsed : [parsed]
  const faults = faultsOf(manifests)
  for (const fault of faults) console.log(`НЕ СОШЛОСЬ: ${fault}`)
  if (faults.length > 0) return 1
  const last = manifests.at(-1)
  console.log(`Сошлось: ведомостей ${manifests.length}, с ${manifests[0].day} по ${last.day}.`)
  console.log(`Ключ: ${fingerprint(last.key)}`)
  console.log('Сравните ключ с тем, что на странице портала или в Вашей прежней записи.')
  return text ? find(manifests, await read(text)) : 0
}

const read = async (source) => {
  if (!/^https?:/.test(source)) return readFile(source)
  const response = await globalThis.fetch(source)
  if (!response.ok) throw new Error(`${source} отвечает ${response.status}`)
  return Buffer.from(await response.arrayBuffer())
}

/** Everything that is wrong with manifests in the order of their days; a first one may stand alone. */
export const faultsOf = (manifests) => {
  if (manifests.length === 0 || !manifests.every(isManifest)) return ['это не ведомости портала']
  const faults = []
  manifests.forEach((manifest, index) => {
    const { day, key, previous } = manifest
    const before = manifests[index - 1]
    if (!isSigned(manifest)) faults.push(`${day}: подпись не подходит`)
    // A file of a single day continues what is not there; the whole list begins with none.
    if (before ? previous !== sha256(textOf(before)) : manifests.length > 1 && previous !== '')
      faults.push(`${day}: не продолжает предыдущую ведомость`)
    if (before && !(before.day < day)) faults.push(`${day}: дни не по порядку`)
    if (before && before.key !== key) faults.push(`${day}: ключ другой, чем был`)
  })
  return faults
}

const isManifest = (manifest) =>
  manifest?.format === format &&
  ['day', 'signedAt', 'previous', 'key', 'signature'].every((name) => typeof manifest[name] === 'string') &&
  Array.isArray(manifest.editions)

const textOf = ({ day, editions, key, previous, signedAt }) =>
  [
    format,
    day,
    signedAt,
    previous,
    key,
    ...editions.map(
      ({ hearing, edition, sha256, publishedAt }) => `${hearing} ${edition} ${sha256} ${publishedAt}`,
    ),
    '',
  ].join('\n')

const isSigned = (manifest) => {
  try {
    const key = createPublicKey({ key: Buffer.from(manifest.key, 'base64'), format: 'der', type: 'spki' })
    const signature = Buffer.from(manifest.signature, 'base64')
    return (
      signature.toString('base64') === manifest.signature &&
      verify(null, Buffer.from(textOf(manifest)), key, signature)
    )
  } catch {
    return false // what is no key signs nothing
  }
}

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex')

const fingerprint = (key) => sha256(Buffer.from(key, 'base64')).slice(0, 32).match(/.{4}/g).join(' ')

const find = (manifests, bytes) => {
  const sum = sha256(bytes)
  for (const { day, editions, signedAt } of manifests) {
    const edition = editions.find((one) => one.sha256 === sum)
    if (!edition) continue
    console.log(`Текст подлинный: редакция ${edition.edition}, опубликована ${edition.publishedAt}.`)
    console.log(`Она в ведомости за ${day}, подписанной ${signedAt}.`)
    return 0
  }
  const withdrawn = withdrawnIn(bytes)
  const kept =
    withdrawn && manifests.find(({ editions }) => editions.some((one) => one.sha256 === withdrawn.sha256))
  if (kept) {
    console.log(`Из этой редакции изъяли персональные данные ${withdrawn.at}. Основание: ${withdrawn.reason}`)
    console.log(`Сумма первоначального текста осталась в ведомости за ${kept.day}: ${withdrawn.sha256}`)
    console.log('Нынешний текст этой суммой не проверить. Изъятие подписано следующей редакцией.')
    return 3
  }
  console.log(`Такого текста в ведомостях НЕТ (SHA-256 ${sum}).`)
  return 1
}

/** The first withdrawal: its checksum is of the text as it was published. */
const withdrawnIn = (bytes) => {
  try {
    return JSON.parse(bytes.toString('utf8')).withdrawn?.[0]
  } catch {
    return undefined // any file may be asked about
  }
}

if (import.meta.main) {
  try {
    process.exitCode = await main(process.argv.slice(2))
  } catch (error) {
    console.error(`Не получилось прочитать: ${error.message}`)
    process.exitCode = 2
  }
}
