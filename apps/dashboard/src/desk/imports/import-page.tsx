import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { deskPath } from '@pejling/addresses/desk'
import { deskParameters } from '@pejling/addresses/words'
import type { ImportPhase } from '@pejling/domain/intake/outcome'
import type { ImportDetail } from '@pejling/domain/workspace/imports'
import type { JSX } from 'react'
import { z } from 'zod'
import { locale, numberInWords, textOf } from '../client/locale.ts'
import { workspaceAddress } from '../client/request.ts'
import { useSearchState } from '../client/search.ts'
import { Button } from '../widgets/button.tsx'
import { DeskLink } from '../widgets/desk-link.tsx'
import { report } from '../widgets/messages.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { Failed, Loaded } from '../widgets/state.tsx'
import { ImportChanges } from './import-changes.tsx'
import { ImportColumns } from './import-columns.tsx'
import { cancel, importAddress, importQuery, preview, Step, stepOf } from './import-queries.ts'
import { words } from './import-words.ts'
import { UndoButton } from './undo-button.tsx'
import './imports.css'

const { step: stepName } = deskParameters
const Parts = z.object({ number: z.coerce.number().catch(0) })
const Search = z.object({ [stepName]: Step.optional().catch(undefined) })
const stepWords = { kolonner: words.steps.columns, aendringer: words.steps.changes, faerdig: words.steps.done }

function Steps({ file, step }: { readonly file: ImportDetail; readonly step: Step }): JSX.Element {
  const isOpen = (one: Step): boolean =>
    file.state === 'applied' ? one === 'faerdig' : one === 'kolonner' || (one === 'aendringer' && file.outcome !== null)
  return (
    <ol className="steps" aria-label={words.stepsLabel}>
      <li>
        <DeskLink to={deskPath(locale, 'imports')}>{words.steps.file}</DeskLink>
      </li>
      {Step.options.map((one) => (
        <li key={one} aria-current={one === step ? 'step' : undefined}>
          {one !== step && isOpen(one) ? (
            <DeskLink to={importAddress(file.number, one)}>{stepWords[one]}</DeskLink>
          ) : (
            stepWords[one]
          )}
        </li>
      ))}
    </ol>
  )
}

const isPhase = (phase: string): phase is ImportPhase => Object.hasOwn(words.phases, phase)

/** What is being done with the file, how far it has come, and how to stop it. */
function UnderWay({
  number,
  progress: { phase, done, total },
}: {
  readonly number: number
  readonly progress: NonNullable<ImportDetail['progress']>
}): JSX.Element {
  const stop = useMutation({
    mutationFn: () => cancel(number),
    onSuccess: () => report({ text: words.cancelled }),
  })
  return (
    <div className="notice import-progress">
      <output>{isPhase(phase) ? words.phases[phase] : phase}</output>
      <progress aria-label={words.progress} {...(total > 0 ? { value: done, max: total } : {})} />
      {total > 0 && <p className="field-help">{words.of(numberInWords(done), numberInWords(total))}</p>}
      {stop.error !== null && <Failed error={stop.error} />}
      <Button isPending={stop.isPending} onPress={() => stop.mutate()}>
        {words.cancel}
      </Button>
    </div>
  )
}

/** What the file would do is not known: a step was stopped, or failed. */
function NotTried({ number }: { readonly number: number }): JSX.Element {
  const again = useMutation({ mutationFn: () => preview(number) })
  return (
    <div className="notice">
      <p>{words.notTried}</p>
      {again.error !== null && <Failed error={again.error} />}
      <Button isPending={again.isPending} onPress={() => again.mutate()}>
        {words.again}
      </Button>
    </div>
  )
}

function Done({ file }: { readonly file: ImportDetail }): JSX.Element {
  const { number, name, indicator, outcome } = file
  return (
    <section aria-labelledby="done">
      <h2 id="done">{words.applied(name)}</h2>
      <p>
        {outcome !== null &&
          `${numberInWords(outcome.added)} ${words.added}, ${numberInWords(outcome.changed)} ${words.changed}, ${numberInWords(outcome.unchanged)} ${words.unchanged}. `}
        {words.appliedLead}
      </p>
      <div className="import-foot">
        <DeskLink className="button" data-weight="primary" to={deskPath(locale, 'figures', { slug: indicator })}>
          {words.toFigures}
        </DeskLink>
        <UndoButton number={number} name={name} />
        <DeskLink to={`${deskPath(locale, 'imports')}?${deskParameters.indicator}=${indicator}`}>
          {words.another}
        </DeskLink>
      </div>
    </section>
  )
}

function File({ file, etag }: { readonly file: ImportDetail; readonly etag: string | null }): JSX.Element {
  const [{ [stepName]: asked }] = useSearchState(Search)
  const reached = stepOf(file)
  const step = reached === 'faerdig' || asked === 'faerdig' ? reached : (asked ?? reached)
  const { number, mapping, outcome, progress, problem } = file
  return (
    <>
      <Steps file={file} step={step} />
      {problem !== null && (
        <div className="notice" data-tone="error" role="alert">
          <p>{textOf(problem)}</p>
        </div>
      )}
      {progress === null ? (
        <>
          {outcome === null && mapping !== null && step !== 'faerdig' && <NotTried number={number} />}
          {step === 'faerdig' && <Done file={file} />}
          {step === 'kolonner' && mapping !== null && (
            <ImportColumns key={JSON.stringify(mapping)} file={file} mapping={mapping} etag={etag} />
          )}
          {step === 'aendringer' && outcome !== null && <ImportChanges file={file} outcome={outcome} />}
        </>
      ) : (
        <UnderWay number={number} progress={progress} />
      )}
      <p className="field-help">
        <a href={workspaceAddress(`/imports/${number}/file`)} download>
          {words.download}
        </a>
      </p>
    </>
  )
}

/** A file on its way in, step by step: what its columns mean, what it changes, and that it is done. */
export function Page(): JSX.Element {
  const { number } = Parts.parse(useParams({ strict: false }))
  const query = useQuery(importQuery(number))
  return (
    <Framed
      title={query.data?.value.name ?? words.title}
      trail={[{ href: deskPath(locale, 'imports'), label: words.title }]}
    >
      <Loaded query={query}>{({ value, etag }) => <File file={value} etag={etag} />}</Loaded>
    </Framed>
  )
}
