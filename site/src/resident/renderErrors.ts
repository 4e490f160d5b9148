import { ContentError, type NamedDocument } from '../cms/resident.ts'

/** A page that cannot be made, and the document it failed on, when one is known. */
export interface RenderError {
  pathname: string
  message: string
  document: NamedDocument | null
}

/** Pages of one publish that cannot be made; nothing of the publish has been taken over. */
export class RenderErrors extends Error {
  readonly errors: readonly RenderError[]

  constructor(errors: readonly RenderError[]) {
    super(errors.map(({ message }) => message).join('\n'))
    this.name = 'RenderErrors'
    this.errors = errors
  }
}

/** `error` as renderWith throws it. */
export function renderError(pathname: string, error: unknown): RenderError {
  const cause = error instanceof Error ? error.cause : null
  return {
    pathname,
    message: error instanceof Error ? error.message : String(error),
    document: cause instanceof ContentError ? cause.document : null,
  }
}
