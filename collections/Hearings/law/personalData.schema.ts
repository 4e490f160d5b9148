/** Kinds of personal data that a machine can tell from other text. Each word is what an editor is told was found. */
const patterns: { found: string; pattern: RegExp }[] = [
  { found: 'номер СНИЛС', pattern: /(?<!\d)\d{3}-\d{3}-\d{3}[ -]\d{2}(?!\d)/ },
  { found: 'номер СНИЛС', pattern: /СНИЛС\D{0,12}\d{11}(?!\d)/i },
  { found: 'паспортные данные', pattern: /паспорт[^.\n]{0,40}?\d{2}\s?\d{2}\s*(?:№|N)?\s*\d{6}(?!\d)/i },
  { found: 'паспортные данные', pattern: /(?<!\d)\d{2}\s\d{2}\s(?:№\s?)?\d{6}(?!\d)/ },
  { found: 'паспортные данные', pattern: /(?<!\d)\d{4}\s(?:№\s?)\d{6}(?!\d)/ },
]

const fullName = /[А-ЯЁ][а-яё-]+\s+[А-ЯЁ][а-яё]+\s+[А-ЯЁ][а-яё]+(?:вич|вна|ична|инична|оглы|кызы)(?![а-яё])/
const birth = /(?<!\d)\d{1,2}\.\d{1,2}\.(?:19|20)\d{2}|\d{4}\s*(?:г\.?\s*р\.?|года рождения)/
const flat = /(?:кв\.|квартира)\s*№?\s*\d+/i

const closedPapers =
  /список\s+(?:[а-яё]+\s+)?(?:участников|собственников|присутствующих|зарегистрир)|реестр\s+(?:[а-яё]+\s+)?собственников|бюллетен[ьи]\s+(?:[а-яё]+\s+)?(?:собственник|голосован)|решени[ея]\s+собственник/i

/**
 * What in a text must not be public (152-ФЗ): passport, СНИЛС, a person with a birth date or a flat beside the name; null
 * when nothing is found. A birth date beside no name is no person, and neither is an official's name alone.
 */
export const personalDataIn = (text: string): string | null => {
  const found = patterns.find(({ pattern }) => pattern.test(text))?.found
  if (found) return found
  const lines = text.split('\n').filter((line) => fullName.test(line))
  if (lines.some((line) => birth.test(line))) return 'имя с датой рождения'
  return lines.some((line) => flat.test(line)) ? 'имя с номером квартиры' : null
}

/** Whether a paper of this title is one that is never published: lists of participants, registers, ballots. */
export const isClosedPaper = (title: string): boolean => closedPapers.test(title)
