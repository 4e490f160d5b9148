'use client'

import { useForm, useFormModified, useFormProcessing, useFormSubmitted } from '@payloadcms/ui'
import { useEffect } from 'react'

/**
 * A failed publish leaves Payload's form «unmodified» and its button dead, although nothing was saved: the editor would
 * have to change a letter to try again, or leave without a warning. This marks the form as unsaved again.
 */
export const KeepUnsaved = () => {
  const { setModified } = useForm()
  const isModified = useFormModified()
  const isProcessing = useFormProcessing()
  const hasFailed = useFormSubmitted() // true only after a submission that did not succeed
  useEffect(() => {
    if (hasFailed && !isProcessing && !isModified) setModified(true)
  }, [hasFailed, isModified, isProcessing, setModified])
  return null
}
