import { decodeLossless, rawFields, withFields, type Doc } from '../bson.ts'
import { MongoWireError, codes } from '../errors.ts'
import { rewritePipeline } from './pipeline.ts'

/** Rewrites what the engine would answer silently wrong; a pipeline without such a stage passes untouched. */
export function rewriteAggregate(body: Buffer): Buffer {
  const field = rawFields(body).find(({ name }) => name === 'pipeline')
  if (!field) return body
  const { pipeline } = decodeLossless(withFields(body, (name) => name !== 'pipeline'))
  if (!Array.isArray(pipeline)) return body
  const stages = pipeline as Doc[]
  if (stages[0] && '$changeStream' in stages[0]) {
    throw new MongoWireError(
      codes.commandNotSupported,
      'The embedded database has no change streams: run a MongoDB replica set and set DATABASE_URL',
    )
  }
  const rewritten = rewritePipeline(stages)
  return rewritten === stages ? body : withFields(body, () => false, { pipeline: rewritten })
}
