import type { CollectionConfig, Field, GlobalConfig } from 'payload'
import { hasPage } from '../../collections/documentPath.schema.ts'
import { withVoteGrid } from './council/withVoteGrid.ts'
import { withMoscowTime } from './dates/withMoscowTime.ts'
import { hiddenFromMenu } from './menu.ts'
import { withLaw } from './notices/withLaw.ts'
import { withDesk } from './questions/withDesk.ts'
import { residentControls } from './residents/controls.ts'

const keepUnsaved = '/KeepUnsaved.tsx#KeepUnsaved'
const publishStatus = '/PublishStatus.tsx#PublishStatus'
const previewButton = '/PreviewButton.tsx#PreviewButton'
const importHouses = '/houses/ImportHouses.tsx#ImportHouses'
const sheetLinks = '/notices/SheetLinks.tsx#SheetLinks'
const shareKit = '/share/ShareKit.tsx#ShareKit'
const latencyCell = '/LatencyCell.tsx#LatencyCell'

const registrationList: Field = {
  type: 'ui',
  name: 'registrations',
  admin: {
    components: { Field: '/events/RegistrationList.tsx#RegistrationList' },
    disableListColumn: true,
  },
}

/** Adds to a collection's edit view what every form needs, and to an editorial one the way to the site. */
export const withPublishing = (collection: CollectionConfig): CollectionConfig => {
  const { components, ...admin } = collection.admin ?? {}
  const isEditorial = typeof collection.versions === 'object' && Boolean(collection.versions.drafts)
  const edit = {
    ...components?.edit,
    beforeDocumentControls: [
      ...(components?.edit?.beforeDocumentControls ?? []),
      keepUnsaved,
      ...(isEditorial ? [publishStatus] : []),
      ...(isEditorial && hasPage(collection.slug) ? [shareKit] : []),
      ...(residentControls[collection.slug] ?? []),
      ...(collection.slug === 'hearings' ? [sheetLinks] : []),
    ],
    ...(admin.preview ? { PreviewButton: previewButton } : {}),
  }
  // A tab of JSON is no tool of an editor.
  return {
    ...collection,
    fields: withMoscowTime(fieldsOf(collection)),
    admin: {
      hidden: hiddenFromMenu(collection.slug),
      ...admin,
      hideAPIURL: true,
      components: {
        ...components,
        edit,
        ...(collection.slug === 'houses' ? { beforeListTable: [importHouses] } : {}),
      },
    },
  }
}

const fieldsOf = ({ slug, fields }: CollectionConfig): Field[] => {
  if (slug === 'questions') return withDesk(fields)
  if (slug === 'events') return [registrationList, ...fields]
  if (slug === 'hearings') return withLaw(fields)
  if (slug === 'sessions') return withVoteGrid(fields)
  return slug === 'publications' ? fields.map(withLatency) : fields
}

/** The same for a global: the site shows it on every page. */
export const withPublishingGlobal = (global: GlobalConfig): GlobalConfig => {
  const { components, ...admin } = global.admin ?? {}
  const elements = {
    ...components?.elements,
    beforeDocumentControls: [
      ...(components?.elements?.beforeDocumentControls ?? []),
      keepUnsaved,
      publishStatus,
    ],
  }
  return {
    ...global,
    fields: withMoscowTime(global.fields),
    admin: {
      hidden: hiddenFromMenu(global.slug),
      ...admin,
      hideAPIURL: true,
      components: { ...components, elements },
    },
  }
}

/** The log's list says since when it is on the site, and how long that took. */
const withLatency = (field: Field): Field =>
  field.type === 'date' && field.name === 'liveAt'
    ? { ...field, admin: { ...field.admin, components: { ...field.admin?.components, Cell: latencyCell } } }
    : field
