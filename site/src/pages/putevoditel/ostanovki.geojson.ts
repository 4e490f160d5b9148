import { getStops } from '../../cms/index.ts'
import { geoJson } from '../../guide/geoJson.ts'

export const GET = () =>
  geoJson(getStops(), ({ title, kind, routes, demo }) => ({
    title,
    kind,
    routes: routes ?? [],
    demo: demo ?? false,
  }))
