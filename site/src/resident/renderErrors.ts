import type { NamedDocument } from '../cms/resident.ts'

/** A page that cannot be made, with the document it failed on when one is known. */
export class PageError extends Error {
  readonly document: NamedDocument | null

  constructor(message: string, document: NamedDocument | null, options: ErrorOptions) {
    super(message, options)
    this.name = 'PageError'
    this.document = document
  }
}

/** One failed page of a publish. */
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

export function renderError(pathname: string, { message, document }: PageError): RenderError {
  return { pathname, message, document }
}
