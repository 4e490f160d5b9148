import type { Effect, Finding } from '../../../collections/Hearings/law/lint.schema.ts'
import type { Words } from '../words.ts'

/** What a breach does to the publication. */
export const effectWords: Record<Effect, Words> = {
  block: { ru: 'Остановит публикацию', en: 'Stops the publication' },
  warn: { ru: 'Предупреждение', en: 'Warning' },
  hint: { ru: 'Подсказка', en: 'Hint' },
}

/** «H01, ЖК ст. 45 ч. 4, отметка V» */
export const sourceWords = ({ article, mark, rule }: Finding): string =>
  `${rule}, ${article}, отметка ${mark}`
