'use client'

import {
  DatePicker,
  FieldDescription,
  FieldError,
  FieldLabel,
  RenderCustomComponent,
  useField,
  withCondition,
} from '@payloadcms/ui'
import { mergeFieldStyles } from '@payloadcms/ui/shared'
import type { DateFieldClientProps } from 'payload'
import { fromShown, toShown } from './moscowClock.ts'

/**
 * A date with its time, by the clock in Moscow on every computer. Payload's own field goes by the computer's clock, or keeps
 * a time zone beside every date; here there is one zone, and documents need not say it.
 */
const Moment = ({ field, path: givenPath, readOnly }: DateFieldClientProps) => {
  const { label, localized, required, admin: { className, date, description } = {} } = field
  const { customComponents, disabled, path, setValue, showError, value } = useField<string | null>({
    potentiallyStalePath: givenPath,
  })
  const { AfterInput, BeforeInput, Description, Error, Label } = customComponents ?? {}
  const isFixed = Boolean(readOnly || disabled)
  const classes = ['field-type', 'date-time-field', className, showError && 'date-time-field--has-error']
  return (
    <div
      className={[...classes, isFixed && 'read-only'].filter(Boolean).join(' ')}
      style={mergeFieldStyles(field)}
    >
      <RenderCustomComponent
        CustomComponent={Label}
        Fallback={<FieldLabel label={label} localized={localized} path={path} required={required} />}
      />
      <div className="field-type__wrap" id={`field-${path.replaceAll('.', '__')}`}>
        <RenderCustomComponent
          CustomComponent={Error}
          Fallback={<FieldError path={path} showError={showError} />}
        />
        {BeforeInput}
        <DatePicker
          {...(typeof date === 'object' ? date : {})}
          onChange={(shown) => {
            if (!isFixed) setValue(shown ? fromShown(shown).toISOString() : null)
          }}
          readOnly={isFixed}
          value={value ? toShown(value) : undefined}
        />
        {AfterInput}
      </div>
      <RenderCustomComponent
        CustomComponent={Description}
        Fallback={<FieldDescription description={description} path={path} />}
      />
    </div>
  )
}

export const MoscowMoment = withCondition(Moment)
