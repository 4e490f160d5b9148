import { bySlug, slugPaths } from './documents.ts'

export const getHouse = bySlug('houses')

export const housePaths = slugPaths('houses')
