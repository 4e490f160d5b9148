/** A file the portal does not take, with what to do about it, for the person who chose it. */
export class UploadRefused extends Error {
  readonly ru: string
  readonly en: string

  constructor(ru: string, en: string, options?: ErrorOptions) {
    super(en, options)
    this.name = 'UploadRefused'
    this.ru = ru
    this.en = en
  }
}
