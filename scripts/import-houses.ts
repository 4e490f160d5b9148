// npm run import-houses -- FILE [--dry-run]: houses from a CSV file, as the admin's list of houses takes them.
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { createLocalReq } from 'payload'
import { importHouses } from '../collections/index.ts'
import { inSeconds } from './portal/steps.ts'
import { openPortal } from './seed/openPortal.ts'

await main()

async function main() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false } },
  })
  const [file] = positionals
  if (!file) {
    console.error('Укажите файл: npm run import-houses -- doma.csv [--dry-run]')
    process.exitCode = 2
    return
  }
  const bytes = await readFile(file)
  const { payload, close } = await openPortal((line) => console.log(line))
  try {
    const started = performance.now()
    const outcome = await importHouses(await createLocalReq({}, payload), bytes, { isDry: values['dry-run'] })
    for (const { line, message } of outcome.errors) console.error(`${file}, строка ${line}: ${message}`)
    const { created, changed, unchanged, wrong, isDry } = outcome
    console.log(
      `${isDry ? 'Проверка, ничего не записано' : 'Загружено'}: новых ${created}, изменённых ${changed}, без изменений ${unchanged}, с ошибками ${wrong}, за ${inSeconds(performance.now() - started)}`,
    )
    process.exitCode = wrong > 0 ? 1 : 0
  } finally {
    await close()
  }
  // Payload keeps timers of its own; everything that matters is closed.
  process.exit()
}
