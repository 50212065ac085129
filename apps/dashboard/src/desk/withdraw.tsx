import type { DeskView } from '@pejling/domain/desk/views'
import type { JSX } from 'react'
import { useDesk } from './desk-page.ts'
import { Field, FormProblem } from './forms.tsx'
import { publishWords } from './publish-messages.ts'

type View = Extract<DeskView, { readonly page: 'withdraw' }>

/** Where the figure stands, and where else people have written it. */
function Telling({ telling }: { readonly telling: NonNullable<View['telling']> }): JSX.Element {
  const { locale } = useDesk()
  const words = publishWords[locale]
  const { documents, mentions } = telling
  return (
    <>
      <output className="desk-done">{words.telling(documents)}</output>
      <p>{words.mentions(mentions.length)}</p>
      {mentions.length > 0 && (
        <>
          <ul className="change-list">
            {mentions.map(({ kind, key, text, isPublished }) => (
              <li key={`${kind} ${key} ${text}`}>
                {`${words.mentionKinds[kind] ?? kind} ${key} (${isPublished ? words.published : words.draft}): “${text}”`}
              </li>
            ))}
          </ul>
          <p className="note">{words.mentionsNote}</p>
        </>
      )}
    </>
  )
}

/** A published figure that must not stand: which, and why. Everything that says it is listed first. */
export function Withdraw({ view }: { readonly view: View }): JSX.Element {
  const { words, locale, href, isIn } = useDesk()
  const { slug, name, figures, given, telling, problem, needsApproval } = view
  const own = publishWords[locale]
  return (
    <>
      <p className="lead">{name[locale]}</p>
      <p>{words.withdrawNote}</p>
      <p className="note">{words.withdrawLimits}</p>
      {problem !== null && <FormProblem>{words.withdrawProblems[problem]}</FormProblem>}
      <form className="desk-form" method="post" action={href('withdraw', { slug })} noValidate>
        <p className="desk-field">
          <label htmlFor="figure">{words.figure}</label>
          <select
            id="figure"
            name="figure"
            defaultValue={given.figure}
            aria-invalid={problem === 'figure' || undefined}
          >
            <option value="">{words.pick}</option>
            {figures.map(({ key, name: figure, release }) => (
              <option key={key} value={key}>
                {`${figure[locale]}${release === null ? '' : ` (${own.onlyIn(release)})`}`}
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
        {telling !== null && <Telling telling={telling} />}
        {needsApproval && <p className="note">{words.needsApproval}</p>}
        <p className="desk-buttons">
          <button type="submit" name="step" value="check">
            {words.check}
          </button>{' '}
          {telling !== null && (
            <button type="submit" name="step" value="withdraw">
              {needsApproval ? own.askWithdrawal : words.withdraw}
            </button>
          )}
        </p>
      </form>
    </>
  )
}
