import { withdrawals, type Withdrawal } from './editionFiles.ts'
import { faultsOf, hex, type SignedManifest } from '../../../collections/Manifests/manifest.schema.ts'
import { dayYearWords } from '../../../collections/moscow.schema.ts'

/* Checks a text that the reader chooses against the signed manifests, in their own browser: it is sent nowhere. */

const form = document.querySelector<HTMLFormElement>('form[data-manifests]')
if (form) begin(form)

function begin(form: HTMLFormElement) {
  const written = form.querySelector('textarea')
  const chosen = form.querySelector<HTMLInputElement>('input[type=file]')
  const said = form.querySelector<HTMLElement>('[role=status]')
  if (!written || !chosen || !said) return
  form.hidden = false
  const check = (text: Blob) => {
    delete said.dataset['found']
    said.textContent = 'Проверяем…'
    void verify(form.dataset['manifests'] ?? '', text).then(
      ({ isFound, words }) => {
        said.dataset['found'] = isFound ? 'yes' : 'no'
        said.textContent = words
      },
      (error: unknown) =>
        (said.textContent =
          error instanceof DOMException
            ? 'Этот браузер не умеет проверять подписи Ed25519. Обновите его или проверьте командой, она ниже.'
            : 'Не получилось прочитать ведомости. Проверьте связь и попробуйте ещё раз.'),
    )
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    // Programs that show a file add an empty line to what is copied; the text has none at its ends.
    check(new Blob([written.value.trim()]))
  })
  chosen.addEventListener('change', () => {
    const [file] = chosen.files ?? []
    if (file) check(file)
  })
}

type Verdict = { isFound: boolean; words: string }

async function verify(address: string, text: Blob): Promise<Verdict> {
  // Browsers give the means to check only to pages that came safely.
  if (!globalThis.crypto.subtle)
    return { isFound: false, words: 'Проверка работает только на защищённом адресе (https).' }
  const response = await fetch(address)
  if (!response.ok) throw new Error(String(response.status))
  const manifests = (await response.json()) as SignedManifest[] // the portal's own file
  const [fault] = await faultsOf(manifests)
  if (fault) return { isFound: false, words: `Ведомости не сошлись. ${fault}.` }
  const bytes = await text.arrayBuffer()
  const sum = hex(await crypto.subtle.digest('SHA-256', bytes))
  for (const { day, editions } of manifests) {
    const found = editions.find(({ sha256 }) => sha256 === sum)
    if (found)
      return {
        isFound: true,
        words: `Текст подлинный: редакция ${found.edition} уведомления, она в ведомости за ${dayYearWords(`${day}T09:00Z`)}. Подписи и порядок ведомостей сошлись.`,
      }
  }
  const withdrawn = withdrawnIn(new TextDecoder().decode(bytes))
  const day =
    withdrawn &&
    manifests.find(({ editions }) => editions.some(({ sha256 }) => sha256 === withdrawn.sha256))?.day
  if (day)
    return {
      isFound: false,
      words: `Из этой редакции изъяли персональные данные. Основание: ${withdrawn.reason}. Контрольная сумма первоначального текста осталась в ведомости за ${dayYearWords(`${day}T09:00Z`)}; нынешний текст этой суммой не проверить, изъятие подписано следующей редакцией.`,
    }
  return {
    isFound: false,
    words:
      'Такого текста в ведомостях нет: в нём изменён хотя бы один знак, или он опубликован только сегодня.',
  }
}

/** The first withdrawal: its checksum is of the text as it was published. */
function withdrawnIn(text: string): Withdrawal | undefined {
  try {
    return withdrawals(text)[0]
  } catch {
    return undefined // any file may be chosen
  }
}
