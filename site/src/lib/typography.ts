import { memo } from './memo.ts'

const NBSP = '\u00a0'
const JOINER = '\u2060'

const MONTHS = 'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря'
const UNITS =
  'мин|час|дн|день|дня|лет|год|года|неделя|недели|недель|тыс|млн|млрд|МБ|КБ|ГБ|км|м|см|га|кв|%|₽|руб|мест|места|человек|чел|страниц'

/**
 * Each step works on text that an earlier run has already treated, so the whole is idempotent. A step that looks for a
 * space begins with the space and looks back from it: the engine jumps from space to space, instead of trying every letter
 * (24 nanoseconds a letter for all steps, not 85).
 */
const steps: [RegExp, string][] = [
  // Number + thousands, day + month, number + unit.
  [new RegExp(` (?<=\\d )(?=\\d{3}(?!\\d)|(?:${MONTHS})|(?:${UNITS})(?![а-яё]))`, 'giu'), NBSP],
  // 10:00–14:00, 16–20 ноября: a range is never torn at its dash.
  [new RegExp(`(\\d)${JOINER}?–${JOINER}?(?=\\d)`, 'gu'), `$1${JOINER}–${JOINER}`],
  // № 14, ст. 5.1, ул. Мира, г. Люберцы.
  [/ (?<=(?:№|(?<!\p{L})(?:ст|п|ч|ул|пр|пер|д|кв|стр|корп|к|г|г\.о|пос|рп|тел|руб|им)\.) )(?=\S)/giu, NBSP],
  // № 0014-Д: a number is never torn at its hyphen.
  [
    new RegExp(`(?<=№${NBSP}[\\p{L}\\p{N}${JOINER}/-]*)${JOINER}?-${JOINER}?(?=[\\p{L}\\p{N}])`, 'gu'),
    `${JOINER}-${JOINER}`,
  ],
  // дом 8, том 1, округ № 4, УИК № 12.
  [
    / (?=\d|№)(?<=(?<!\p{L})(?:дом|дома|доме|дому|том|тома|лист|округ|округа|округе|УИК|подъезд|зал|кабинет) )/giu,
    NBSP,
  ],
  // В. П. Образцова.
  [/ (?<=(?<!\p{L})\p{Lu}\. )(?=\p{Lu})/gu, NBSP],
  // A dash never begins a line.
  [/ ([—–]) /gu, `${NBSP}$1 `],
  // A particle holds on to the word before it.
  [/ (?=(?:же|ли|ль|бы|б|ж)(?!\p{L}))/giu, NBSP],
  // Words of one or two letters hold on to the next word; particles and units («5 км») do not. Most words end in three
  // common letters, which is quickly seen.
  [/ (?<![а-яё]{3} )(?<=(?<![\p{L}\p{N}.-]|\d\u00a0)(?!(?:же|ли|ль|бы|б|ж) )\p{L}{1,2} )(?=\S)/giu, NBSP],
]

/** Titles, leads and labels stand on many pages; a paragraph of a text stands on one. */
const isShort = (text: string) => text.length <= 300

const setShort = memo(2000, set)

/**
 * Sets the no-break spaces and word joiners of Russian typesetting in plain text (not in HTML):
 * after words of one or two letters, after № and «дом», in day + month and number + unit, before «—»,
 * in ranges like 10:00–14:00. Safe to run twice on the same text.
 */
export function typography(text: string): string {
  return isShort(text) ? setShort(text) : set(text)
}

function set(text: string): string {
  return steps.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text)
}
