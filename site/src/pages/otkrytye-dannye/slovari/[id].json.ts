import type { APIRoute, GetStaticPaths } from 'astro'
import { datasetPaths } from '../../../cms/index.ts'
import { datasets, licence } from '../../../openData/datasets.ts'

export const getStaticPaths = datasetPaths satisfies GetStaticPaths

/** The dictionary of a data set: what each field means. */
export const GET: APIRoute = ({ params }) => {
  const dataset = datasets.find(({ id }) => id === params.id)
  if (!dataset) throw new Error(`Нет набора данных «${params.id}»`)
  const { collections: _, ...open } = dataset
  return Response.json({ ...open, licence })
}
