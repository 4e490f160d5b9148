/** Collections of the content door besides media, in the order in which a reader can use them. */
export const snapshotCollections = [
  'districts',
  'deputies',
  'news',
  'events',
  'event-seats',
  'hearings',
  'sessions',
  'editions',
  'manifests',
  'polls',
  'poll-results',
  'pages',
  'addressees',
  'questions',
  'wishes',
  'houses',
  'places',
  'stops',
  'receptions',
  'documents',
  'elections',
  'turnout',
  'streams',
  'redirects',
] as const

export const snapshotGlobals = ['settings', 'navigation', 'channels', 'initiative'] as const
