/** A document in a hook that serves several collections: an id, and fields to be looked at before they are used. */
export type Saved = { id: string; [field: string]: unknown }
