import { withdrawals, type Withdrawal } from './editionFiles.ts'
import { faultsOf, hex, type SignedManifest } from '../../../collections/Manifests/manifest.schema.ts'

/* Checks a text that the reader chooses against the signed manifests, in their own browser: it is sent nowhere. */

const place = document.querySelector<HTMLElement>('[data-manifests]')
if (place) begin(place)

function begin(place: HTMLElement) {
  const field = place.querySelector('input')
  const said = place.querySelector('[role=status]')
  if (!field || !said) return
  place.hidden = false
  field.addEventListener('change', () => {
    const file = field.files?.[0]
    if (!file) return
    said.textContent = 'Проверяем…'
    void verify(place.dataset['manifests'] ?? '', file).then(
      (words) => (said.textContent = words),
      (error: unknown) =>
        (said.textContent =
          error instanceof DOMException
            ? 'Этот браузер не умеет проверять подписи Ed25519. Обновите его или проверьте командой, она ниже.'
            : 'Не получилось прочитать ведомости. Проверьте связь и попробуйте ещё раз.'),
    )
  })
}

async function verify(address: string, file: File): Promise<string> {
  // Browsers give the means to check only to pages that came safely.
  if (!globalThis.crypto.subtle) return 'Проверка работает только на защищённом адресе (https).'
  const response = await fetch(address)
  if (!response.ok) throw new Error(String(response.status))
  const manifests = (await response.json()) as SignedManifest[] // the portal's own file
  const [fault] = await faultsOf(manifests)
  if (fault) return `Ведомости не сошлись. ${fault}.`
  const bytes = await file.arrayBuffer()
  const sum = hex(await crypto.subtle.digest('SHA-256', bytes))
  for (const { day, editions } of manifests) {
    const found = editions.find(({ sha256 }) => sha256 === sum)
    if (found)
      return `Текст подлинный: редакция ${found.edition} уведомления, она в ведомости за ${day}. Подписи и порядок ведомостей сошлись.`
  }
  const withdrawn = withdrawnIn(new TextDecoder().decode(bytes))
  const day =
    withdrawn &&
    manifests.find(({ editions }) => editions.some(({ sha256 }) => sha256 === withdrawn.sha256))?.day
  if (day)
    return `Из этой редакции изъяли персональные данные. Основание: ${withdrawn.reason}. Контрольная сумма первоначального текста осталась в ведомости за ${day}; нынешний текст этой суммой не проверить, изъятие подписано следующей редакцией.`
  return 'Такого текста в ведомостях нет: в нём изменён хотя бы один знак, или он опубликован только сегодня.'
}

/** The first withdrawal: its checksum is of the text as it was published. */
function withdrawnIn(text: string): Withdrawal | undefined {
  try {
    return withdrawals(text)[0]
  } catch {
    return undefined // any file may be chosen
  }
}
