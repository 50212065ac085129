import { useEffect, type JSX, type ReactNode } from 'react'
import { wordsOf } from '../client/locale.ts'
import { ApiProblem } from '../client/problem.ts'
import { Button } from '../widgets/button.tsx'
import { Failed } from '../widgets/state.tsx'
import type { KeptForm } from './use-kept-form.ts'

const words = wordsOf({
  da: {
    restored: 'Det, du skrev sidst og ikke gemte, er sat ind igen.',
    discard: 'Kassér ændringer',
    save: 'Gem',
    unsaved: 'Ikke gemt endnu; det er gemt på denne computer.',
    conflict: (count: number) =>
      count === 1
        ? 'En anden har ændret det samme felt imens. Vælg, hvad der skal stå:'
        : `En anden har ændret ${count} af de samme felter imens. Vælg, hvad der skal stå:`,
    mine: 'Du skrev',
    theirs: 'Nu står der',
    take: 'Tag den andens',
    saveMine: 'Gem med det, jeg skrev',
  },
  en: {
    restored: 'What you typed last and did not save has been put back.',
    discard: 'Discard changes',
    save: 'Save',
    unsaved: 'Not saved yet; it is kept on this computer.',
    conflict: (count: number) =>
      count === 1
        ? 'Another person has changed the same field meanwhile. Choose what it should say:'
        : `Another person has changed ${count} of the same fields meanwhile. Choose what they should say:`,
    mine: 'You wrote',
    theirs: 'It now says',
    take: 'Take theirs',
    saveMine: 'Save with what I wrote',
  },
})

/** A value of a field in words. */
const inWords = (value: unknown): string =>
  typeof value === 'string' ? value : value === null || value === undefined ? '–' : JSON.stringify(value)

/**
 * What surrounds every form: unsaved work that was put back, conflicts field by field, what went wrong, and the buttons, which stay
 * in sight. Ctrl+S saves.
 */
export function FormFrame({
  kept,
  children,
  save = words.save,
  label,
}: {
  readonly kept: KeptForm
  readonly children: ReactNode
  readonly save?: string
  /** What the form is called, for those who listen. */
  readonly label: string
}): JSX.Element {
  const { submit, isDirty, isSaving, conflicts, error, wasRestored, takeTheirs, discard } = kept
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key !== 's') return
      event.preventDefault()
      submit()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [submit])
  const isAtFields = error instanceof ApiProblem && (error.status === 412 || error.errors.length > 0)
  return (
    <form
      className="form"
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {wasRestored && isDirty && <output className="notice">{words.restored}</output>}
      {children}
      {conflicts.length > 0 && (
        <div className="notice" data-tone="doubt" role="alert">
          <p>{words.conflict(conflicts.length)}</p>
          <dl className="conflicts">
            {conflicts.map((conflict) => (
              <div key={conflict.path}>
                <dt>{conflict.path}</dt>
                <dd>
                  {words.mine}: <q>{inWords(conflict.mine)}</q>
                </dd>
                <dd>
                  {words.theirs}: <q>{inWords(conflict.theirs)}</q>{' '}
                  <Button weight="quiet" onPress={() => takeTheirs(conflict)}>
                    {words.take}
                  </Button>
                </dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      {error !== null && !isAtFields && <Failed error={error} />}
      <div className="form-foot">
        {isDirty && <span className="field-help">{words.unsaved}</span>}
        {isDirty && (
          <Button weight="plain" onPress={discard}>
            {words.discard}
          </Button>
        )}
        <Button weight="primary" type="submit" isPending={isSaving}>
          {conflicts.length > 0 ? words.saveMine : save}
        </Button>
      </div>
    </form>
  )
}
