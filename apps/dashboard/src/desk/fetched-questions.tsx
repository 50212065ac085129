import type { DeskView, FetchedQuestion } from '@pejling/domain/desk/views'
import type { JSX } from 'react'
import { useDesk } from './desk-page.ts'

type View = Extract<DeskView, { readonly page: 'connection' }>

/** Periods the table lists before they are measured. */
export function NotMeasured({ periods }: { readonly periods: readonly string[] }): JSX.Element | null {
  const { words } = useDesk()
  return periods.length === 0 ? null : <p className="note">{words.connection.notMeasured(periods)}</p>
}

interface ListProps {
  readonly id: string
  readonly slug: string
  readonly questions: readonly FetchedQuestion[]
  readonly mayDecide: boolean
  readonly title: string
  readonly note: string
  /** What each button asks for, and what it says. */
  readonly answers: readonly (readonly [step: string, label: string])[]
}

function List({ id, slug, questions, mayDecide, title, note, answers }: ListProps): JSX.Element | null {
  const { words, locale, href } = useDesk()
  if (questions.length === 0) return null
  return (
    <section className="desk-consequences" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p>{note}</p>
      <form method="post" action={href('connection', { slug })}>
        <fieldset className="desk-values">
          <legend>{words.connection.toDecide}</legend>
          <ul>
            {questions.map(({ key, name }) => (
              <li key={key}>
                <label>
                  <input type="checkbox" name="tal" value={key} defaultChecked disabled={!mayDecide} /> {name[locale]}
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
        {mayDecide ? (
          <p className="desk-buttons">
            {answers.map(([step, label]) => (
              <button key={step} type="submit" name="step" value={step}>
                {label}
              </button>
            ))}
          </p>
        ) : (
          <p className="note">{words.connection.onlyAdministrators}</p>
        )}
      </form>
    </section>
  )
}

/** Figures the source no longer has, and zeros it gave, each list with the answers there are. */
export function ToDecide({ view }: { readonly view: View }): JSX.Element {
  const own = useDesk().words.connection
  const { slug, withdrawn, heldBack, mayDecide } = view
  return (
    <>
      <List
        id="withdrawn"
        slug={slug}
        questions={withdrawn}
        mayDecide={mayDecide}
        title={own.withdrawn}
        note={own.withdrawnNote}
        answers={[
          ['keep', own.keep],
          ['take-out', own.takeOut],
        ]}
      />
      <List
        id="held-back"
        slug={slug}
        questions={heldBack}
        mayDecide={mayDecide}
        title={own.heldBack}
        note={own.heldBackNote}
        answers={[
          ['zero', own.isZero],
          ['not-measured', own.isNotMeasured],
        ]}
      />
    </>
  )
}
