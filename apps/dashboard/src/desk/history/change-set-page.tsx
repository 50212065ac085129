import { deskPath } from '@pejling/addresses/desk'
import type { ChangeInWords, ChangeSetDetail } from '@pejling/domain/workspace/change-sets'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState, type JSX } from 'react'
import { z } from 'zod'
import { locale, momentInWords } from '../client/locale.ts'
import { useMay } from '../client/me.ts'
import { Button } from '../widgets/button.tsx'
import { ChangedFields } from '../widgets/changed-fields.tsx'
import { DeskLink } from '../widgets/desk-link.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { Loaded } from '../widgets/state.tsx'
import './history.css'
import { changeSetQuery } from './queries.ts'
import { UndoDialog } from './undo-dialog.tsx'
import { historyWords as words } from './words.ts'

function Change({ change }: { readonly change: ChangeInWords }): JSX.Element {
  const { name, indicator, fields } = change
  return (
    <li className="history-change">
      <h3>
        {indicator === null ? (
          name[locale]
        ) : (
          <DeskLink to={deskPath(locale, 'figures', { slug: indicator })}>{name[locale]}</DeskLink>
        )}{' '}
        <span className="history-kind">{words.change[change.change]}</span>
      </h3>
      {fields.length === 0 ? <p className="field-help">{words.noFields}</p> : <ChangedFields fields={fields} />}
    </li>
  )
}

function Opened({ changeSet }: { readonly changeSet: ChangeSetDetail }): JSX.Element {
  const mayUndo = useMay('definitions:write')
  const [isUndoing, setUndoing] = useState(false)
  const { number, at, reason, calledNow, changes, details, undo } = changeSet
  return (
    <>
      <p className="page-lead">{changeSet.sentence[locale]}</p>
      <p>
        {[
          momentInWords(at),
          ...(calledNow === null ? [] : [words.calledNow(calledNow)]),
          ...(reason === null ? [] : [words.reason(reason)]),
        ].join(' · ')}
      </p>
      {mayUndo && undo.possible && (
        <p>
          <Button onPress={() => setUndoing(true)}>{words.undo}</Button>
        </p>
      )}
      {!undo.possible && (
        <p className="notice">
          <strong>{words.impossible}.</strong> {undo.why?.[locale]}
        </p>
      )}
      <section aria-labelledby="changes">
        <h2 id="changes">{words.changes}</h2>
        {details.length < changes && <p>{words.shown(details.length, changes)}</p>}
        <ol className="history-changes">
          {details.map((change) => (
            <Change key={`${change.kind} ${change.name.da}`} change={change} />
          ))}
        </ol>
      </section>
      {isUndoing && <UndoDialog numbers={[number]} onClose={() => setUndoing(false)} />}
    </>
  )
}

/** One change set: each change field by field, from what to what, and undoing it. */
export function Page(): JSX.Element {
  const { number } = z.object({ number: z.coerce.number() }).parse(useParams({ strict: false }))
  const query = useQuery(changeSetQuery(String(number)))
  return (
    <Framed title={words.open(number)} trail={[{ href: deskPath(locale, 'history'), label: words.up }]}>
      <Loaded query={query}>{({ value }) => <Opened changeSet={value} />}</Loaded>
    </Framed>
  )
}
