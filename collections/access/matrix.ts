/**
 * Who may do what, written down once more for the test matrix.int.test.ts to compare with what the REST API really
 * does. Letters: A admin, E editor, V volunteer, R respondent, N nobody in particular (not logged in). An operation that
 * is not named is for nobody. A collection, global or field with access of its own that is missing here fails the test.
 */
export type Row = Partial<Record<Operation, string>>

export type Operation =
  | 'create'
  | 'createPublished'
  | 'read'
  | 'readDraft'
  | 'readVersions'
  | 'update'
  | 'updateDraft'
  | 'publish'
  | 'unpublish'
  | 'delete'
  | 'deleteDraft'

const everybody = 'AEVRN'

const editorial: Row = {
  create: 'AEV',
  createPublished: 'AE',
  read: everybody,
  readDraft: 'AEV',
  readVersions: 'AEV',
  update: 'AE',
  updateDraft: 'AEV',
  publish: 'AE',
  unpublish: 'AE',
  delete: 'AE',
  deleteDraft: 'AE',
}

export const collectionRows: Record<string, Row> = {
  news: editorial,
  events: editorial,
  pages: editorial,
  places: editorial,
  // What has been public is cancelled, not deleted.
  hearings: { ...editorial, delete: '' },
  sessions: editorial,
  editions: { read: everybody },
  manifests: { read: everybody },
  withdrawals: { create: 'A', read: 'A' },
  districts: editorial,
  documents: editorial,
  elections: editorial,
  turnout: { create: 'AE', read: everybody, update: 'AE', delete: 'AE' },
  polls: editorial,
  'poll-results': { read: everybody },
  'poll-marks': {},
  'poll-ballots': {},
  // The test's deputy is the respondent's own: they read it, and keep it up to date once it is published.
  deputies: { ...editorial, readDraft: 'AEVR', readVersions: 'AEVR', update: 'AER', updateDraft: 'AEVR' },
  // The test's file is the volunteer's own and not in use.
  media: { create: 'AEV', read: 'AEV', update: 'AEV', delete: 'AE' },
  publications: { read: 'AEV' },
  addressees: { create: 'AE', read: everybody, update: 'AE', delete: 'AE' },
  // The test's question is published; what of it may be read and changed is told field by field.
  questions: { read: everybody, update: 'AE', delete: 'A' },
  wishes: { read: everybody, update: 'AE', delete: 'AE' },
  'join-requests': { read: 'AE', update: 'AE', delete: 'AE' },
  registrations: { read: 'AE', delete: 'AE' },
  'event-seats': { read: everybody },
  houses: { create: 'AE', read: everybody, update: 'AE', delete: 'AE' },
  stops: { create: 'AE', read: everybody, update: 'AE', delete: 'AE' },
  // The test's hours are those of the respondent's own deputy; others are in Receptions/receptions.int.test.ts.
  receptions: { create: 'AE', read: everybody, update: 'AER', delete: 'AE' },
  streams: { create: 'AE', read: everybody, update: 'AE', delete: 'AE' },
  redirects: { create: 'A', read: everybody, update: 'A', delete: 'A' },
  // The test's account is somebody else's; one's own is in guard.int.test.ts.
  users: { create: 'A', read: 'A', update: 'A', delete: 'A' },
  'portal-state': {},
  letters: {},
  'spent-tokens': {},
  'wish-supports': {},
  subscribers: {},
  'told-notices': {},
  'told-messages': {},
  'payload-jobs': {},
  'payload-kv': {},
  'payload-migrations': {},
  // Payload's own rules: whoever is logged in may hold a lock; preferences belong to the user and are read by key.
  'payload-locked-documents': { create: 'AEVR', read: 'AEVR', update: 'AEVR', delete: 'AEVR' },
  'payload-preferences': { create: 'AEVR', update: 'A' },
}

export const globalRows: Record<string, Row> = {
  settings: { read: everybody, readVersions: 'AE', update: 'AE' },
  navigation: { read: everybody, readVersions: 'AE', update: 'AE' },
  channels: { read: everybody, readVersions: 'AE', update: 'AE' },
  initiative: { read: everybody, readVersions: 'AE', update: 'AE' },
  law: { read: 'AEV', readVersions: 'A', update: 'A' },
  calendar: { read: 'AEV', readVersions: 'A', update: 'A' },
}

/** Fields with a rule of their own: who reads them and who changes them, of those who may save the document. */
type FieldRow = { read: string; update: string }

const editorsOnly: FieldRow = { read: everybody, update: 'AE' }
const hidden: FieldRow = { read: '', update: '' }

const sidebar = (collection: string): Record<string, FieldRow> => ({
  [`${collection}.slug`]: editorsOnly,
  [`${collection}.demo`]: editorsOnly,
  [`${collection}.firstPublishedAt`]: hidden,
  [`${collection}.mediaRefs`]: hidden,
})

/** Written by the portal alone. */
const portalOnly: FieldRow = { read: everybody, update: '' }

const rows = (collection: string, names: string[], row: FieldRow): Record<string, FieldRow> =>
  Object.fromEntries(names.map((name) => [`${collection}.${name}`, row]))

const staffOnly = [
  'lastName',
  'firstName',
  'middleName',
  'photo',
  'district',
  'duty',
  'committees',
  'term',
  'earlierTerms',
  'source',
  'seo',
  'publishedAt',
]

/** Only the machine of questions writes these: no role, on no route. */
const machine = [
  'number',
  'state',
  'addressee',
  'subject',
  'text',
  'author',
  'house',
  'answers',
  'reason',
].concat(
  ['forwardReason', 'extensionReason', 'termDays', 'extendedDays', 'same'],
  ['registeredAt', 'forwardedAt', 'extendedAt', 'answeredAt'],
)
/** What a resident sent and who moved it: for editors. */
const sent = ['sent', 'record', 'closedAt', 'erasedAt']

export const fieldRows: Record<string, FieldRow> = {
  ...sidebar('news'),
  ...sidebar('events'),
  ...sidebar('pages'),
  ...sidebar('hearings'),
  'hearings.withdrawals': portalOnly,
  ...sidebar('sessions'),
  'hearings.edition': portalOnly,
  'hearings.editionAt': portalOnly,
  'hearings.told': portalOnly,
  'hearings.former': portalOnly,
  'hearings.override.reason': { read: everybody, update: 'A' },
  'hearings.override.rules': portalOnly,
  'hearings.override.at': portalOnly,
  ...sidebar('districts'),
  ...sidebar('polls'),
  ...sidebar('documents'),
  ...sidebar('elections'),
  'turnout.demo': editorsOnly,
  ...sidebar('places'),
  'stops.demo': editorsOnly,
  ...sidebar('deputies'),
  ...Object.fromEntries(staffOnly.map((name) => [`deputies.${name}`, editorsOnly])),
  // A hook makes it of the names, whoever sends what.
  'deputies.title': { read: everybody, update: '' },
  'deputies.user': { read: 'AEV', update: 'A' },
  ...Object.fromEntries(machine.map((name) => [`questions.${name}`, { read: everybody, update: '' }])),
  ...Object.fromEntries(sent.map((name) => [`questions.${name}`, { read: 'AE', update: '' }])),
  'questions.statusKey': hidden,
  'questions.step': hidden,
  'questions.demo': editorsOnly,
  'addressees.respondents': { read: 'AEV', update: 'A' },
  'addressees.demo': editorsOnly,
  ...rows('streams', ['state', 'startedAt', 'endedAt'], portalOnly),
  'streams.title': { read: 'AEV', update: '' },
  'streams.demo': editorsOnly,
  // Residents get files through the snapshot, so the library's readers are the staff.
  'houses.key': hidden,
  'houses.demo': editorsOnly,
  ...rows('receptions', ['deputy', 'addressee', 'name', 'demo'], editorsOnly),
  'media.kind': { read: 'AEV', update: '' },
  'media.text': { read: 'AEV', update: '' },
  'media.sha256': { read: 'AEV', update: '' },
  'media.demo': { read: 'AEV', update: 'AE' },
  'media.uploadedBy': hidden,
  // The test's wish is published; what others read of one that is not is in Wishes/wishes.int.test.ts.
  ...rows('wishes', ['title', 'text', 'place', 'point', 'photo', 'reply', 'demo'], editorsOnly),
  ...rows('wishes', ['number', 'slug', 'status', 'declineReason'], portalOnly),
  ...rows('wishes', ['supports', 'receivedAt', 'publishedAt', 'decidedAt'], portalOnly),
  'wishes.name': { read: 'AE', update: 'AE' },
  'wishes.consentAt': { read: 'AE', update: '' },
  // Others read an empty list: Payload leaves one where a closed list was.
  'wishes.history': portalOnly,
  ...rows('join-requests', ['status', 'user', 'decidedAt', 'decidedBy'], { read: 'AE', update: '' }),
  ...rows('join-requests', ['consentAt', 'parentConsentAt'], { read: 'AE', update: '' }),
  ...rows('event-seats', ['last', 'until', 'isTold'], hidden),
  'registrations.demo': { read: 'AE', update: '' },
  'join-requests.demo': { read: 'AE', update: 'AE' },
  'users.role': { read: 'A', update: 'A' },
}
