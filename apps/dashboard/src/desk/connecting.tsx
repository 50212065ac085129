import type { ChosenVariable } from '@pejling/domain/desk/connecting'
import type { DeskView } from '@pejling/domain/desk/views'
import { formatDate } from '@pejling/domain/period/period'
import type { JSX } from 'react'
import { ReleaseChanges } from '../features/releases/release-changes.tsx'
import { useDesk } from './desk-page.ts'
import { Field, FormProblem } from './forms.tsx'

type View = Extract<DeskView, { readonly page: 'connection' }>
interface Part {
  readonly view: View
}

/** What it is connected to, and what came of the last time it was fetched. */
function Standing({ view: { slug, connected, last, mayWrite } }: Part): JSX.Element {
  const { words, locale, href } = useDesk()
  const own = words.connection
  return (
    <>
      <p>{connected === null ? own.notConnected : own.connected(connected)}</p>
      {last !== null && (
        <p className={last.problem === null ? 'note' : 'desk-problem'}>
          {`${own.last(formatDate(last.at, locale), last.by)} ${last.problem?.[locale] ?? own.counts(last.added, last.changed, last.unchanged)}`}
        </p>
      )}
      {connected !== null && mayWrite && (
        <form method="post" action={href(`/kilde/${slug}`)} className="desk-buttons">
          <button type="submit" name="step" value="fetch">
            {own.fetchNow}
          </button>{' '}
          <button type="submit" name="step" value="remove">
            {own.remove}
          </button>
        </form>
      )}
    </>
  )
}

function Search({ view: { slug, words: given, tables } }: Part): JSX.Element {
  const { words, href } = useDesk()
  const own = words.connection
  return (
    <section aria-labelledby="search">
      <h2 id="search">{own.search}</h2>
      <form action={href(`/kilde/${slug}`)}>
        <Field name="soeg" label={own.searchWords} value={given} note={own.searchNote} />
        <p className="desk-buttons">
          <button type="submit">{own.search}</button>
        </p>
      </form>
      {tables !== null && (
        <>
          <p>
            <output>{own.found(tables.length)}</output>
          </p>
          <ul className="desk-list">
            {tables.map(({ table, name, from, to }) => (
              <li key={table}>
                <a href={href(`/kilde/${slug}?tabel=${table}`)}>{`${table}: ${name}`}</a>
                <span className="note">{`${from}–${to}`}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

interface VariableProps {
  readonly variable: ChosenVariable
  readonly roles: View['roles']
  readonly readOnly: boolean
}

/** A list of values of which several may be chosen. */
function Values({
  name,
  label,
  chosen,
  options,
  readOnly,
}: {
  readonly name: string
  readonly label: string
  readonly chosen: readonly string[]
  readonly options: readonly { readonly code: string; readonly name: string }[]
  readonly readOnly: boolean
}): JSX.Element {
  return (
    <div className="desk-entry">
      <label htmlFor={name}>{label}</label>
      <select
        id={name}
        name={name}
        multiple
        size={Math.min(7, Math.max(3, options.length))}
        defaultValue={[...chosen]}
        disabled={readOnly}
      >
        {options.map(({ code, name: text }) => (
          <option key={code} value={code}>
            {code === text ? code : `${code} ${text}`}
          </option>
        ))}
      </select>
    </div>
  )
}

function Variable({ variable, roles, readOnly }: VariableProps): JSX.Element {
  const { words, locale } = useDesk()
  const own = words.connection
  const { code, name, role, values, per, options, mayBeLeftOut } = variable
  const all = { code: '*', name: own.all(options.length) }
  return (
    <fieldset className="desk-variable">
      <legend>{`${code}: ${name}`}</legend>
      <div className="desk-entry">
        <label htmlFor={`rolle.${code}`}>{own.role}</label>
        <select id={`rolle.${code}`} name={`rolle.${code}`} defaultValue={role} disabled={readOnly}>
          {(['period', 'area', 'fixed'] as const).map((one) => (
            <option key={one} value={one}>
              {own.roles[one]}
            </option>
          ))}
          {roles.map(({ key, name: dimension }) => (
            <option key={key} value={key}>
              {own.dimension(dimension[locale])}
            </option>
          ))}
          {mayBeLeftOut && <option value="none">{own.roles.none}</option>}
        </select>
      </div>
      <Values
        name={`vaerdi.${code}`}
        label={own.values}
        chosen={values}
        options={[all, ...options]}
        readOnly={readOnly}
      />
      {role === 'fixed' && (
        <Values name={`per.${code}`} label={own.per} chosen={per} options={options} readOnly={readOnly} />
      )}
    </fieldset>
  )
}

/** What fetching would bring, said before anything is kept. */
function Preview({ view: { preview } }: Part): JSX.Element | null {
  const { words, locale } = useDesk()
  if (preview === null) return null
  const own = words.connection
  return (
    <section className="desk-consequences" aria-labelledby="preview" tabIndex={-1}>
      <h2 id="preview">{own.preview}</h2>
      <p>{own.counts(preview.added, preview.changed, preview.unchanged)}</p>
      {preview.passedOver.length > 0 && (
        <>
          <p>{own.passedOver}</p>
          <ul>
            {preview.passedOver.map((passed) => (
              <li key={passed.da}>{passed[locale]}</li>
            ))}
          </ul>
        </>
      )}
      {preview.changes === null ? <p>{words.noConsequences}</p> : <ReleaseChanges changes={preview.changes} />}
    </section>
  )
}

function Choices({ view }: Part): JSX.Element | null {
  const { words, href } = useDesk()
  const own = words.connection
  const { slug, table, variables, roles, scale, every, mayWrite } = view
  if (table === null) return null
  return (
    <form className="desk-edit" method="post" action={href(`/kilde/${slug}`)}>
      <h2>{`${table.table}: ${table.name}`}</h2>
      <p className="note">{own.tableNote}</p>
      <input type="hidden" name="table" value={table.table} />
      {variables.map((variable) => (
        <Variable key={variable.code} variable={variable} roles={roles} readOnly={!mayWrite} />
      ))}
      <Field name="scale" label={own.scale} value={scale} note={own.scaleNote} />
      <div className="desk-entry">
        <label htmlFor="every">{own.every}</label>
        <select id="every" name="every" defaultValue={every} disabled={!mayWrite}>
          {(['', 'day', 'week', 'month'] as const).map((one) => (
            <option key={one} value={one}>
              {own.often[one === '' ? 'never' : one]}
            </option>
          ))}
        </select>
      </div>
      <Preview view={view} />
      {mayWrite && (
        <p className="desk-buttons">
          <button type="submit" name="step" value="check">
            {own.check}
          </button>{' '}
          <button type="submit" name="step" value="save">
            {words.save}
          </button>
        </p>
      )}
    </form>
  )
}

/** Connecting an indicator to a table of StatBank Denmark. */
export function Connecting({ view }: Part): JSX.Element {
  const { words, locale, href } = useDesk()
  const own = words.connection
  const { name, slug, problem, done } = view
  return (
    <>
      <p className="lead">{name[locale]}</p>
      <ul className="link-row">
        <li>
          <a href={href('/ramme')}>{words.titles.definitions}</a>
        </li>
        <li>
          <a href={href(`/tal/${slug}`)}>{words.titles.figures}</a>
        </li>
      </ul>
      <p className="note">{own.note}</p>
      {done !== null && (
        <output className="desk-done">
          {own.done[done]} <a href={href('/udgiv')}>{words.review}</a>
        </output>
      )}
      {problem !== null && <FormProblem>{problem[locale]}</FormProblem>}
      <Standing view={view} />
      <Choices view={view} />
      <Search view={view} />
    </>
  )
}
