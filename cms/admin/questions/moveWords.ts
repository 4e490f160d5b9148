import type { Move } from '../../../collections/Questions/states.schema.ts'
import type { Words } from '../words.ts'

/** What the buttons say. */
export const moveWords: Record<Move, Words> = {
  take: { ru: 'Взять на проверку', en: 'Take' },
  publish: { ru: 'Опубликовать и зарегистрировать', en: 'Publish' },
  decline: { ru: 'Отклонить…', en: 'Decline…' },
  forward: { ru: 'Передать другому адресату…', en: 'Forward…' },
  extend: { ru: 'Продлить срок…', en: 'Extend…' },
  answer: { ru: 'Ответить…', en: 'Answer…' },
  correct: { ru: 'Исправить ответ…', en: 'Correct the answer…' },
  // The author's, on the private page.
  helped: { ru: 'Ответ помог', en: 'Helped' },
  notHelped: { ru: 'Ответ не помог', en: 'Did not help' },
  withdraw: { ru: 'Отозвать', en: 'Withdraw' },
}
