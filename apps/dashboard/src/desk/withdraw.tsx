import type { DeskView } from '@pejling/domain/desk/views'
import type { JSX } from 'react'
import { useDesk } from './desk-page.ts'
import { Field, FormProblem } from './forms.tsx'

type View = Extract<DeskView, { readonly page: 'withdraw' }>

/** A published figure that must not stand: which, and why. How much it is taken out of is said first. */
export function Withdraw({ view }: { readonly view: View }): JSX.Element {
  const { words, locale, href, isIn } = useDesk()
  const { slug, name, figures, given, telling, problem } = view
  return (
    <>
      <p className="lead">{name[locale]}</p>
      <p>{words.withdrawNote}</p>
      <p className="note">{words.withdrawLimits}</p>
      {problem !== null && <FormProblem>{words.withdrawProblems[problem]}</FormProblem>}
      <form className="desk-form" method="post" action={href(`/traek/${slug}`)} noValidate>
        <p className="desk-field">
          <label htmlFor="figure">{words.figure}</label>
          <select
            id="figure"
            name="figure"
            defaultValue={given.figure}
            aria-invalid={problem === 'figure' || undefined}
          >
            <option value="">{words.pick}</option>
            {figures.map(({ key, name: figure }) => (
              <option key={key} value={key}>
                {figure[locale]}
              </option>
            ))}
          </select>
        </p>
        {isIn('da') && (
          <Field
            name="reasonDa"
            label={words.withdrawReasonDa}
            value={given.reasonDa}
            note={words.withdrawReasonNote}
          />
        )}
        {isIn('en') && <Field name="reasonEn" label={words.withdrawReasonEn} value={given.reasonEn} />}
        {telling !== null && <output className="desk-done">{words.telling(telling)}</output>}
        <p className="desk-buttons">
          <button type="submit" name="step" value="check">
            {words.check}
          </button>{' '}
          {telling !== null && (
            <button type="submit" name="step" value="withdraw">
              {words.withdraw}
            </button>
          )}
        </p>
      </form>
    </>
  )
}
