import { pointOf } from '../houses/area.ts'

/** A FeatureCollection (RFC 7946): the longitude stands first. What has no point is left out. */
export function geoJson<Doc extends { id: string } & Parameters<typeof pointOf>[0]>(
  docs: readonly Doc[],
  properties: (doc: Doc) => Record<string, unknown>,
): Response {
  const features = docs.flatMap((doc) => {
    const point = pointOf(doc)
    if (!point) return []
    const geometry = { type: 'Point', coordinates: [point.longitude, point.latitude] }
    return [{ type: 'Feature', id: doc.id, geometry, properties: properties(doc) }]
  })
  return new Response(JSON.stringify({ type: 'FeatureCollection', features }, null, 1), {
    headers: { 'content-type': 'application/geo+json; charset=utf-8' },
  })
}
