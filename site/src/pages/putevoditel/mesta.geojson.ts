import { documentPath } from '../../../../collections/documentPath.schema.ts'
import { getPlaces } from '../../cms/index.ts'
import { geoJson } from '../../guide/geoJson.ts'
import { absoluteUrl } from '../../lib/siteUrl.ts'

export const GET = () =>
  geoJson(getPlaces(), ({ title, category, address, access, slug, demo }) => ({
    title,
    category,
    address: address ?? null,
    access: access ?? [],
    url: slug ? absoluteUrl(documentPath('places', slug)) : null,
    demo: demo ?? false,
  }))
