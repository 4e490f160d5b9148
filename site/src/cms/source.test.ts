import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { contentStream } from '../../test/fixture/index.ts'
import { streamOf, testContent } from '../../test/content.ts'
import { parse, readContent } from './source.ts'

const whole = contentStream(testContent(), { revision: 7 })
const reading = (text: string) => parse(streamOf(text), 'проба')
const lines = () => whole.trimEnd().split('\n')

it('reads a whole stream, whatever way it is cut into chunks', async () => {
  const byBytes = await parse(streamOf(whole, 7), 'проба')
  expect(byBytes.revision).toBe(7)
  expect(byBytes.changes).toEqual((await reading(whole)).changes)
  expect(byBytes.changes.length).toBe(lines().length - 2)
})

it('refuses a stream that was cut short', async () => {
  await expect(reading(lines().slice(0, -1).join('\n'))).rejects.toThrow('поток содержимого оборван')
  await expect(reading(whole.slice(0, whole.length / 2))).rejects.toThrow('не JSON')
  await expect(reading('')).rejects.toThrow('оборван')
})

it('refuses a stream with fewer records than it declares', async () => {
  const without = lines().toSpliced(5, 1).join('\n')
  await expect(reading(without)).rejects.toThrow(/неполный: объявлено записей \d+, получено \d+/)
})

it.each([
  ['{"kind":"doc","collection":"users","id":"1","doc":{}}', 'неизвестная коллекция «users»'],
  ['{"kind":"doc","collection":"news","doc":{}}', 'нет id'],
  ['{"kind":"doc","collection":"news","id":"1","doc":null}', 'нет содержимого документа news/1'],
  ['{"kind":"global","slug":"secrets","doc":{}}', 'неизвестная общая запись «secrets»'],
  ['{"kind":"note"}', 'неизвестный вид записи «note»'],
  ['[]', 'не объект JSON'],
])('refuses the line %s and says where it stands', async (line, reason) => {
  const text = `{"kind":"start","revision":1,"since":0}\n${line}\n{"kind":"end","count":1}\n`
  await expect(reading(text)).rejects.toThrow(reason)
  await expect(reading(text)).rejects.toThrow('строка 2')
})

it('refuses what comes before the start and after the end', async () => {
  await expect(reading(lines().slice(1).join('\n'))).rejects.toThrow('не с «start»')
  await expect(reading(`${whole}{"kind":"end","count":0}\n`)).rejects.toThrow('после завершающей строки')
})

it('asks the CMS only for what changed, and says what to do when it does not answer', async () => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end('{"kind":"start","revision":9,"since":8}\n{"kind":"end","count":0}\n')
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const cmsUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const batch = await readContent({ snapshotFile: null, cmsUrl }, 8)
  server.close()
  expect(asked).toEqual(['/api/snapshot?since=8'])
  expect(batch).toEqual({ revision: 9, since: 8, changes: [] })
  await expect(readContent({ snapshotFile: null, cmsUrl })).rejects.toThrow('запустите npm start')
})

it('says which file is missing', async () => {
  await expect(readContent({ snapshotFile: '/nowhere/snapshot.ndjson', cmsUrl: '' })).rejects.toThrow(
    'Нет файла /nowhere/snapshot.ndjson: проверьте SNAPSHOT_FILE',
  )
})
