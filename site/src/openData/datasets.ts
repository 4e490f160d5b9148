import type { Dataset } from './dataset.ts'

const files = import.meta.glob<Dataset>('./dictionaries/*.json', { eager: true, import: 'default' })

/** Every data set of the site, by title. */
export const datasets: readonly Dataset[] = Object.values(files).sort((one, other) =>
  one.title.localeCompare(other.title, 'ru'),
)

export const openDataPath = '/otkrytye-dannye/'
export const dictionaryPath = (id: string): string => `${openDataPath}slovari/${id}.json`

/** Of the whole site: one licence for all data sets. */
export const licence = {
  name: 'Creative Commons «С указанием авторства» 4.0',
  url: 'https://creativecommons.org/licenses/by/4.0/deed.ru',
} as const
