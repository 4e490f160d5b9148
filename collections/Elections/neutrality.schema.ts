/**
 * What a neutral portal does not say of elections. Pure, sentence by sentence: a word of opinion research counts only beside
 * a word of elections, so a survey about a park is none.
 */
export type Breach = { kind: 'forecast' | 'agitation'; words: string }

const electoral = /(?<!\p{L})(?:выбор(?:ы|ов|ам|ами|ах)|кандидат\p{L}*|парти[яийею]\p{L}*|избирател\p{L}*)/iu
const research = /(?<!\p{L})(?:опрос\p{L}*|рейтинг\p{L}*|прогноз\p{L}*|экзит-?пол\p{L}*|предсказ\p{L}*)/iu
const agitation =
  /(?<!\p{L})(?:(?:про)?голосуй(?:те)?\s+(?:за|против)|поддержите\s+(?:кандидат|парти)\p{L}*|отдайте\s+(?:свой\s+)?голос\s+за|наш\s+кандидат|достоин\s+избрания)/iu

/** Results of opinion research and forecasts about an election. */
export const forecastsIn = (text: string): Breach[] =>
  sentences(text)
    .filter((sentence) => electoral.test(sentence) && research.test(sentence))
    .map((words) => ({ kind: 'forecast', words }))

/** Calls to vote for or against somebody. */
export const agitationIn = (text: string): Breach[] =>
  sentences(text)
    .filter((sentence) => agitation.test(sentence))
    .map((words) => ({ kind: 'agitation', words }))

/** Whether a question asks about elections, candidates or parties: the portal holds no such votes. */
export const isElectoral = (text: string): boolean => electoral.test(text)

const sentences = (text: string): string[] =>
  text
    .split(/(?<=[.!?…])\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter(Boolean)
