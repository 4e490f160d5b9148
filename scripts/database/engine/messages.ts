/** What the person who runs the server reads when the embedded database cannot be had. */

const waysOut = [
  'Что можно сделать:',
  '  1. Указать готовый сервер MongoDB 7 или новее: DATABASE_URL=mongodb://…/?replicaSet=rs0 npm start',
  '  2. Установить MongoDB на этот компьютер, чтобы команда mongod была доступна (PATH), и повторить npm start.',
  '  3. Указать другое зеркало Debian: DEBIAN_MIRROR=<адрес каталога debian на зеркале> npm start',
].join('\n')

export class DatabaseSetupError extends Error {
  constructor(problem: string, options: { details?: string; cause?: unknown } = {}) {
    const details = options.details?.trim()
    super(
      [
        `Встроенная база данных не установлена. ${problem}`,
        details && `Ответ программы:\n${indent(details)}`,
        waysOut,
      ]
        .filter(Boolean)
        .join('\n'),
      { cause: options.cause },
    )
    this.name = 'DatabaseSetupError'
  }
}

export const problems = {
  noMirror:
    'В настройках apt (/etc/apt) нет зеркала Debian: так бывает в Ubuntu. Нужна переменная DEBIAN_MIRROR (пункт 3).',
  noApt: 'Не найдены программы apt-get и dpkg-deb: портал умеет ставить базу только в Debian и Ubuntu.',
  noKeyring:
    'Не найден набор ключей Debian, без него пакеты нельзя проверить. Установите его: apt-get install debian-archive-keyring.',
  noNetwork: (uri: string) => `Зеркало ${uri} не отвечает: нет сети, или адрес указан неверно.`,
  noPackage: (uri: string, suite: string) =>
    `На зеркале ${uri} (выпуск ${suite}) нет пакета postgresql-18-documentdb или того, что ему нужно.`,
  diskFull: (folder: string, needMb: number, freeMb: number) =>
    `Мало места на диске: для установки нужно ${needMb} МБ, в ${folder} свободно ${freeMb} МБ.`,
  noSpaceLeft: (folder: string) => `Место на диске закончилось во время установки (${folder}).`,
  failed: (step: string) => `Не удался шаг «${step}».`,
}

function indent(text: string): string {
  return text
    .split('\n')
    .slice(-12)
    .map((line) => `  ${line}`)
    .join('\n')
}
