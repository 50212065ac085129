import type { DeskView } from '@pejling/domain/desk/views'
import type { JSX } from 'react'
import { ReleaseChanges } from '../features/releases/release-changes.tsx'
import { useDesk } from './desk-page.ts'
import { Field, FormProblem } from './forms.tsx'

type View = Extract<DeskView, { readonly page: 'publish' }>

/** Which indicators are to be in the release; the others wait for the next. */
function Choices({ choices }: Pick<View, 'choices'>): JSX.Element | null {
  const { words, locale, href } = useDesk()
  if (choices.length < 2) return null
  const chosen = choices.filter((one) => one.chosen).length
  return (
    <details className="desk-choices" open={chosen < choices.length}>
      <summary>{words.chosen(chosen, choices.length)}</summary>
      <form method="get" action={href('/udgiv')}>
        <input type="hidden" name="valg" value="1" />
        <fieldset>
          <legend>{words.choose}</legend>
          {choices.map(({ slug, name, chosen: isChosen }) => (
            <label key={slug}>
              <input type="checkbox" name="kun" value={slug} defaultChecked={isChosen} /> {name[locale]}
            </label>
          ))}
        </fieldset>
        <button type="submit">{words.showChosen}</button>
      </form>
    </details>
  )
}

/** Everything that would change, and the form that makes it so. */
export function Publish({ view }: { readonly view: View }): JSX.Element {
  const { words, href } = useDesk()
  const { changes, seen, choices, mayPublish, problem, given } = view
  if (!changes && choices.length === 0) return <p>{words.nothingToPublish}</p>
  return (
    <>
      <p className="lead">{words.reviewNote}</p>
      {problem !== null && <FormProblem>{words.publishProblems[problem]}</FormProblem>}
      <Choices choices={choices} />
      {changes ? <ReleaseChanges changes={changes} /> : <p>{words.nothingChosen}</p>}
      {mayPublish && changes ? (
        <form className="desk-form" method="post" action={href('/udgiv')}>
          <input type="hidden" name="seen" value={seen} />
          {choices.some(({ chosen }) => !chosen) && (
            <>
              <input type="hidden" name="valg" value="1" />
              {choices
                .filter(({ chosen }) => chosen)
                .map(({ slug }) => (
                  <input key={slug} type="hidden" name="kun" value={slug} />
                ))}
            </>
          )}
          <Field name="titleDa" label={words.titleDa} value={given.titleDa} />
          <Field name="titleEn" label={words.titleEn} value={given.titleEn} />
          <Field name="noteDa" label={words.noteDa} value={given.noteDa} required={false} note={words.noteHelp} />
          <Field name="noteEn" label={words.noteEn} value={given.noteEn} required={false} />
          <button type="submit">{words.publish}</button>
        </form>
      ) : (
        !mayPublish && <p>{words.mayNotPublish}</p>
      )}
    </>
  )
}
