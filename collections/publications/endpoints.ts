import type { Endpoint } from 'payload'

export const publicationEndpoints: Endpoint[] = []
