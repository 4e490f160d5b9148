'use client'

import { useDocumentInfo, useFormFields, useTranslation } from '@payloadcms/ui'
import { say } from '../words.ts'

/** The paper of a notice: the sheet for the door as it is saved now, and one for each house that is named. */
export const SheetLinks = () => {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const houses = useFormFields(([fields]) => fields['houses']?.value)
  if (id === undefined) return null
  const address = `/api/hearings/${id}`
  return (
    <>
      <a className="portal-preview" href={`${address}/sheet.pdf?draft=true`} target="_blank" rel="noreferrer">
        {say(i18n.language, { ru: 'Лист для подъезда (PDF)', en: 'Sheet for the door (PDF)' })}
      </a>
      {Array.isArray(houses) && houses.length > 0 && (
        <a
          className="portal-preview"
          href={`${address}/sheets.pdf?draft=true`}
          target="_blank"
          rel="noreferrer"
        >
          {say(i18n.language, {
            ru: `Листы по домам: ${houses.length}`,
            en: `Sheets for ${houses.length} houses`,
          })}
        </a>
      )}
    </>
  )
}
