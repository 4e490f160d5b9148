import type { APIRoute, GetStaticPaths } from 'astro'
import { houseNumber } from '../../../../../collections/Houses/address.schema.ts'
import { housesOfShard, shardPaths } from '../../../cms/index.ts'
import { slugEnd } from '../../../houses/findHouse.ts'
import type { Shard } from '../../../houses/streetIndex.ts'

export const getStaticPaths = shardPaths satisfies GetStaticPaths

/** The houses of the streets whose main word begins with the same two letters. */
export const GET: APIRoute = ({ params }) => {
  const shard: Shard = {}
  for (const house of housesOfShard(params.shard ?? '')) {
    const { streetSlug, slug } = house
    if (streetSlug && slug) (shard[streetSlug] ??= []).push([houseNumber(house), slugEnd(streetSlug, slug)])
  }
  return Response.json(shard)
}
