import type { Collection } from '../cms/types.ts'

/**
 * A data set with its dictionary: one JSON file in `dictionaries/`. The page, the served dictionary and openData.test.ts, which
 * compares every file with it, read that file and nothing else: a new data set is a new file there.
 */
export interface Dataset {
  id: string
  title: string
  about: string
  /** The page of the site that shows the same. */
  section: string
  /** Where its data come from: the latest change of these is its date. */
  collections: Collection[]
  files: DataFile[]
  fields: DataField[]
}

export interface DataFile {
  /** «/vybory/yavka.csv»; with «[poll]» in it there is a file for each. */
  path: string
  format: 'CSV' | 'JSON' | 'GeoJSON'
  /** Of a CSV. */
  separator?: ',' | ';'
}

export interface DataField {
  /** Where it stands in the JSON: «[].year», «tables[].groups[].count». */
  name: string
  /** The column of the CSV that holds the same, in the order of the columns. */
  column?: string
  /** One or several of string, integer, number, boolean, date (2026-11-23), moment (ISO), null, joined by «|». */
  type: string
  meaning: string
  /** May be missing. */
  optional?: boolean
  /** A column that the JSON tells in other fields. */
  csvOnly?: boolean
}
