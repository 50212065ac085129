import type { FieldChange } from '@pejling/domain/change/field-changes'
import type { JSX } from 'react'
import { locale } from '../client/locale.ts'
import './changes.css'
import { TextDifference } from './text-difference.tsx'

/** Only the name of the field; what both languages say the same is said once. */
function Difference({ change }: { readonly change: FieldChange }): JSX.Element {
  const { before, after } = change
  const other = locale === 'da' ? 'en' : 'da'
  const isOwnSame = before?.[locale] === after?.[locale]
  const isOtherSame = before?.[other] === after?.[other]
  const isTranslated = before?.da !== before?.en || after?.da !== after?.en
  return (
    <>
      {!isOwnSame && <TextDifference before={before?.[locale] ?? null} after={after?.[locale] ?? null} />}
      {!isOtherSame && (isOwnSame || isTranslated) && (
        <span className="second-line" lang={other}>
          <TextDifference before={before?.[other] ?? null} after={after?.[other] ?? null} />
        </span>
      )}
    </>
  )
}

/** What of a thing is otherwise, field by field, from what to what. */
export function ChangedFields({ fields }: { readonly fields: readonly FieldChange[] }): JSX.Element {
  return (
    <dl className="changed-fields">
      {fields.map((change) => (
        <div key={change.field}>
          <dt>{change.name[locale]}</dt>
          <dd>
            <Difference change={change} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
