#!/usr/bin/env node
// npm run verify-poll -- FILE|URL [RECEIPT]: recounts the published ballots of a poll. Stands alone: this file and Node.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'

/*
 * What the file must fulfil (collections/Polls/ballotList.schema.ts writes the same in the portal's words):
 *   ballots     [commitment, [option id, …]], by commitment, ascending, none twice; 1 to `most` options, none twice
 *   root        Merkle tree of RFC 9162 over «commitment\noption,option»: leaf SHA-256(0x00 ‖ text), node SHA-256(0x01 ‖ l ‖ r)
 *   tally       per option, in the order of the poll
 *   commitment  SHA-256, base64url, of «lyubertsy-poll/1 ballot\nPOLL\nSECRET»; a receipt is POLL.SECRET
 */

const format = 'lyubertsy-poll/1'

const main = async ([source, receipt]) => {
  if (!source) {
    console.error('Использование: npm run verify-poll -- ФАЙЛ.json|АДРЕС [КВИТАНЦИЯ]')
    return 2
  }
  const list = JSON.parse(await read(source))
  const faults = faultsOf(list)
  for (const fault of faults) console.log(`НЕ СОШЛОСЬ: ${fault}`)
  if (faults.length > 0) return 1
  console.log(`Сошлось: ${list.poll.question}`)
  console.log(`Бюллетеней: ${list.ballots.length}. Кто голосовал: ${list.poll.level}.`)
  for (const { id, count, percent } of list.tally.options)
    console.log(`  ${count} (${percent} %)  ${list.poll.options.find((option) => option.id === id).text}`)
  console.log(`Контрольная сумма: ${list.root}`)
  console.log('Сравните её с той, что на странице или в газете: список мог быть подменён целиком.')
  return receipt ? find(list, receipt) : 0
}

const read = async (source) => {
  if (!/^https?:/.test(source)) return readFile(source, 'utf8')
  const response = await globalThis.fetch(source)
  if (!response.ok) throw new Error(`${source} отвечает ${response.status}`)
  return response.text()
}

/** Everything that is wrong with a list; empty when it says what it holds. */
export const faultsOf = (list) => {
  if (!isList(list)) return ['это не список бюллетеней портала']
  const { poll, ballots } = list
  const faults = []
  ballots.forEach(([commitment, choices], index) => {
    const line = `строка ${index + 1}`
    if (!/^[\w-]{43}$/.test(commitment)) faults.push(`${line}: не отпечаток бюллетеня`)
    if (index > 0 && !(ballots[index - 1][0] < commitment))
      faults.push(`${line}: не по порядку или повторяется`)
    if (choices.length < 1 || choices.length > poll.most) faults.push(`${line}: вариантов ${choices.length}`)
    if (new Set(choices).size !== choices.length) faults.push(`${line}: вариант повторяется`)
    if (choices.some((id) => !poll.options.some((option) => option.id === id)))
      faults.push(`${line}: такого варианта в голосовании нет`)
  })
  if (rootOf(ballots) !== list.root) faults.push('контрольная сумма не та')
  if (JSON.stringify(tallyOf(poll.options, ballots)) !== JSON.stringify(list.tally))
    faults.push('подсчёт не совпадает с бюллетенями')
  return faults
}

const isList = (list) =>
  list?.format === format &&
  Array.isArray(list.poll?.options) &&
  Array.isArray(list.ballots) &&
  list.ballots.every(
    (ballot) =>
      Array.isArray(ballot) &&
      ballot.length === 2 &&
      typeof ballot[0] === 'string' &&
      Array.isArray(ballot[1]) &&
      ballot[1].every((id) => typeof id === 'string' && /^[0-9a-f]{24}$/.test(id)),
  )

const tallyOf = (options, ballots) => {
  const countOf = (id) => ballots.filter(([, choices]) => choices.includes(id)).length
  const percentOf = (count) => (ballots.length === 0 ? 0 : Math.round((count / ballots.length) * 1000) / 10)
  return {
    ballots: ballots.length,
    options: options.map(({ id }) => ({ id, count: countOf(id), percent: percentOf(countOf(id)) })),
  }
}

const sha256 = (...parts) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

const rootOf = (ballots) => {
  let level = ballots.map(([commitment, choices]) => sha256('\x00', `${commitment}\n${choices.join(',')}`))
  if (level.length === 0) return sha256().toString('hex')
  while (level.length > 1) {
    const above = []
    for (let index = 0; index < level.length; index += 2)
      above.push(index + 1 < level.length ? sha256('\x01', level[index], level[index + 1]) : level[index])
    level = above
  }
  return level[0].toString('hex')
}

const find = ({ poll, ballots }, receipt) => {
  const [id, secret = ''] = receipt.trim().split('.')
  if (id !== poll.id) {
    console.log('Квитанция от другого голосования.')
    return 1
  }
  const commitment = createHash('sha256').update(`${format} ballot\n${id}\n${secret}`).digest('base64url')
  const index = ballots.findIndex(([own]) => own === commitment)
  if (index < 0) {
    console.log('Бюллетеня с этой квитанцией в списке НЕТ.')
    return 1
  }
  const chosen = ballots[index][1].map((choice) => poll.options.find((option) => option.id === choice).text)
  console.log(`Ваш бюллетень: строка ${index + 1}, выбор: ${chosen.join('; ')}.`)
  return 0
}

if (import.meta.main) {
  try {
    process.exitCode = await main(process.argv.slice(2))
  } catch (error) {
    console.error(`Не получилось прочитать список: ${error.message}`)
    process.exitCode = 2
  }
}
