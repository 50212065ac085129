import type { DeskView } from '@pejling/domain/desk/views'
import type { JSX } from 'react'
import { ReleaseChanges } from '../features/releases/release-changes.tsx'
import { useDesk } from './desk-page.ts'
import { Field, FormProblem } from './forms.tsx'

/** Everything that would change, and the form that makes it so. */
export function Publish({ view }: { readonly view: Extract<DeskView, { readonly page: 'publish' }> }): JSX.Element {
  const { words, href } = useDesk()
  const { last, changes, mayPublish, problem, given } = view
  if (!changes) return <p>{words.nothingToPublish}</p>
  return (
    <>
      <p className="lead">{words.reviewNote}</p>
      {problem !== null && <FormProblem>{words.publishProblems[problem]}</FormProblem>}
      <ReleaseChanges changes={changes} />
      {mayPublish ? (
        <form className="desk-form" method="post" action={href('/udgiv')}>
          <input type="hidden" name="release" value={last?.number ?? 0} />
          <Field name="titleDa" label={words.titleDa} value={given.titleDa} />
          <Field name="titleEn" label={words.titleEn} value={given.titleEn} />
          <Field name="noteDa" label={words.noteDa} value={given.noteDa} required={false} note={words.noteHelp} />
          <Field name="noteEn" label={words.noteEn} value={given.noteEn} required={false} />
          <button type="submit">{words.publish}</button>
        </form>
      ) : (
        <p>{words.mayNotPublish}</p>
      )}
    </>
  )
}
