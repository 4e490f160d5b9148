import { openState, type OpenState } from '../../../../collections/Places/openingHours.schema.ts'
import type { StopKind } from '../../../../collections/Stops/stops.schema.ts'
import { pointOf, type Point } from '../../houses/area.ts'
import { cellsAround, nearest } from '../../houses/nearby.ts'
import { query } from '../door.ts'
import { listing } from '../listing.ts'
import type { Place, Stop } from '../types.ts'
import { bySlug, slugPaths } from './documents.ts'

export const getPlace = bySlug('places')

/** By name. */
export const getPlaces = query('list:places', ({ content }) => [...content.all('places').all()])

export const placesOfCategory = query('list:placesOfCategory', ({ content }, category: string) => [
  ...content.group('places', 'category', category).all(),
])

/** Categories that have a place, with how many. */
export const placeCounts = query('list:placeCounts', ({ content }) =>
  content.values('places', 'category').map((category) => ({
    category,
    count: content.group('places', 'category', category).length(),
  })),
)

/** Whether a place is open, and until when: its pages are rendered anew at that very moment. */
export const openNow = ({ id }: Place): OpenState | null => placeClock(id)

const placeClock = query('clock:place', ({ content, clock }, id: string): OpenState | null => {
  const place = content.doc('places', id)
  return place && openState(place, clock.day(), (moment) => clock.reached(moment))
})

/** What a page shows of a stop: a change of anything else renders no house. */
export interface NearStop extends Pick<
  Stop,
  'id' | 'title' | 'kind' | 'routes' | 'yandexId' | 'latitude' | 'longitude' | 'demo'
> {
  metres: number
}

/**
 * The three nearest stops within a kilometre. Asked by cells of the map, so a stop concerns the pages round it and no others.
 */
export function stopsNear({ latitude, longitude }: Point): NearStop[] {
  return nearStops(latitude, longitude)
}

const nearStops = query('list:stopsNear', ({ content }, latitude: number, longitude: number): NearStop[] => {
  const point = { latitude, longitude }
  const around = cellsAround(point).flatMap((cell) => content.group('stops', 'cell', cell).all())
  return nearest(around, point, 3).map(({ doc, metres }) => ({
    id: doc.id,
    title: doc.title,
    kind: doc.kind,
    routes: doc.routes ?? [],
    yandexId: doc.yandexId ?? null,
    latitude: doc.latitude,
    longitude: doc.longitude,
    demo: doc.demo ?? false,
    metres,
  }))
})

export const getStops = query('list:stops', ({ content }) => [...content.all('stops').all()])

interface MapPoints {
  places: (Point & { title: string })[]
  /** Stations of the line from west to east. */
  line: (Point & { title: string })[]
  stops: (Point & { title: string; kind: StopKind })[]
}

/** What is drawn on the map of the guide: the metro lies outside the city and would make it small. */
export const mapPoints = query('list:mapPoints', ({ content }): MapPoints => {
  const stops = content
    .all('stops')
    .all()
    .map(({ title, kind, latitude, longitude }) => ({ title, kind, latitude, longitude }))
  return {
    places: content
      .all('places')
      .all()
      .flatMap((place) => {
        const point = pointOf(place)
        return point ? [{ title: place.title, ...point }] : []
      }),
    line: stops.filter(({ kind }) => kind === 'rail').sort((a, b) => a.longitude - b.longitude),
    stops: stops.filter(({ kind }) => kind === 'bus'),
  }
})

export const placePaths = slugPaths('places')

export const placeCategoryPaths = listing(['category'], (content) =>
  content.values('places', 'category').map((category) => ({ category })),
)
