import { deskQuery } from '@pejling/addresses/desk'
import { deskParameters } from '@pejling/addresses/words'
import type { ChosenVariable } from '@pejling/domain/desk/connecting'
import type { DeskView } from '@pejling/domain/desk/views'
import type { Text } from '@pejling/domain/text'
import type { JSX } from 'react'
import { ReleaseChanges } from '../pages/releases/release-changes.tsx'
import { useDesk, writtenMoment } from './desk-page.ts'
import { NotMeasured, ToDecide } from './fetched-questions.tsx'
import { Field, FormProblem } from './forms.tsx'

type View = Extract<DeskView, { readonly page: 'connection' }>
interface Part {
  readonly view: View
}

/** What it is connected to, and what came of the last time it was fetched. */
function Standing({ view }: Part): JSX.Element {
  const { slug, connected, last, waits, mayWrite } = view
  const { words, locale, href } = useDesk()
  const own = words.connection
  return (
    <>
      <p>{connected === null ? own.notConnected : own.connected(connected)}</p>
      {last !== null && (
        <>
          <p className={last.problem === null ? 'note' : 'desk-problem'}>
            {`${own.last(writtenMoment(last.at, locale), last.by)} ${last.problem?.[locale] ?? own.counts(last)}`}
            {waits && (
              <>
                {' '}
                <a href={href('publish')}>{own.waits}</a>
              </>
            )}
          </p>
          <NotMeasured periods={last.notMeasured} />
          <PassedOver passedOver={last.passedOver} />
        </>
      )}
      <ToDecide view={view} />
      {connected !== null && mayWrite && (
        <form method="post" action={href('connection', { slug })} className="desk-buttons">
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

/** What the indicator does not know. */
function PassedOver({ passedOver }: { readonly passedOver: readonly Text[] }): JSX.Element | null {
  const { words, locale } = useDesk()
  if (passedOver.length === 0) return null
  return (
    <>
      <p>{words.connection.passedOver}</p>
      <ul>
        {passedOver.map((passed) => (
          <li key={passed.da}>{passed[locale]}</li>
        ))}
      </ul>
    </>
  )
}

function Search({ view: { slug, sources, source, words: given, tables } }: Part): JSX.Element {
  const { words, locale, href } = useDesk()
  const own = words.connection
  const hint = sources.length === 1 ? sources[0]?.hint : null
  return (
    <section aria-labelledby="search">
      <h2 id="search">{own.search}</h2>
      <form action={href('connection', { slug })}>
        {sources.length > 1 && (
          <fieldset className="desk-becoming">
            <legend>{own.source}</legend>
            {sources.map(({ key, name, hint: about }) => (
              <label key={key}>
                <input type="radio" name={deskParameters.source} value={key} defaultChecked={key === source} />{' '}
                {name[locale]}
                <span className="note">{about[locale]}</span>
              </label>
            ))}
          </fieldset>
        )}
        <Field
          name={deskParameters.search}
          label={own.searchWords}
          value={given}
          {...(hint && { note: hint[locale] })}
        />
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
                <a
                  href={
                    href('connection', { slug }) +
                    deskQuery([
                      ['source', source],
                      ['table', table],
                    ])
                  }
                >{`${table}: ${name}`}</a>
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
  readonly belongs: View['belongs']
  readonly areas: View['areas']
  readonly roles: View['roles']
  readonly readOnly: boolean
}

/** How many values are seen at once; a longer list can be filtered. */
const seenAtOnce = 10

/** Values of which several may be chosen; those that are, come first. */
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
  const { words } = useDesk()
  const isChosen = ({ code }: { readonly code: string }): boolean => chosen.includes(code)
  const ordered = [...options.filter(isChosen), ...options.filter((one) => !isChosen(one))]
  return (
    <fieldset className="desk-values">
      <legend>{label}</legend>
      {options.length > seenAtOnce && (
        // Without a script there is nothing that could filter.
        <input
          type="search"
          hidden
          data-filter={name}
          aria-label={words.connection.filter(label)}
          placeholder={words.connection.filterHint}
        />
      )}
      <ul id={name}>
        {ordered.map((one) => (
          <li key={one.code}>
            <label>
              <input type="checkbox" name={name} value={one.code} defaultChecked={isChosen(one)} disabled={readOnly} />{' '}
              {one.code === one.name || one.code === '*' ? one.name : `${one.code} ${one.name}`}
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

function Variable({ variable, belongs, areas, roles, readOnly }: VariableProps): JSX.Element {
  const { words, locale } = useDesk()
  const own = words.connection
  const { code, name, role, values, per, groups, except, error, options, mayBeLeftOut } = variable
  const nameOf = (category: string | null, of: string | null): string => {
    if (category === null) return own.everyone
    if (role === 'area') return areas.find(({ key }) => key === category)?.name[locale] ?? category
    const dimension = belongs.find(({ key }) => key === of || role === `dim:${key}`)
    return dimension?.groups.find(({ key }) => key === category)?.name[locale] ?? category
  }
  // What a pattern means, such as the first quarter of every year, is no value of the table.
  const patterns = values.filter((value) => value !== '*' && !options.some((one) => one.code === value))
  const all = [{ code: '*', name: own.all(options.length) }, ...patterns.map((one) => ({ code: one, name: one }))]
  return (
    <fieldset className="desk-variable">
      <legend>{code.toLocaleUpperCase('da') === name.toLocaleUpperCase('da') ? name : `${code}: ${name}`}</legend>
      <div className="desk-entry">
        <label htmlFor={`rolle.${code}`}>{own.role}</label>
        <select id={`rolle.${code}`} name={`rolle.${code}`} defaultValue={role} disabled={readOnly}>
          {(['period', 'area', 'fixed'] as const).map((one) => (
            <option key={one} value={one}>
              {own.roles[one]}
            </option>
          ))}
          {roles.map(({ key, name: breakdown }) => (
            <option key={key} value={key}>
              {own.dimension(breakdown[locale])}
            </option>
          ))}
          {role === 'mixed' && <option value="mixed">{own.roles.mixed}</option>}
          {mayBeLeftOut && <option value="none">{own.roles.none}</option>}
        </select>
        {groups !== null && (
          <ul className="note">
            {groups.map(({ category, dimension: of, values: pieces }) => (
              <li key={`${of ?? ''} ${category ?? ''}`}>{own.group(nameOf(category, of), pieces.length)}</li>
            ))}
          </ul>
        )}
        {except !== null && <p className="note">{own.except(except)}</p>}
        {error !== null && <p className="note">{own.error(error)}</p>}
      </div>
      <Values
        name={`vaerdi.${code}`}
        label={own.values}
        chosen={values}
        options={[...all, ...options]}
        readOnly={readOnly}
      />
      <div className="desk-per">
        <Values name={`per.${code}`} label={own.per} chosen={per} options={options} readOnly={readOnly} />
      </div>
    </fieldset>
  )
}

/** How the chosen cells become a figure. */
function Becomes({ view: { becoming, scale, mayWrite } }: Part): JSX.Element {
  const own = useDesk().words.connection
  return (
    <>
      <fieldset className="desk-becoming">
        <legend>{own.becomes}</legend>
        {(['value', 'share', 'ratio'] as const).map((one) => (
          <label key={one}>
            <input type="radio" name="bliver" value={one} defaultChecked={one === becoming} disabled={!mayWrite} />{' '}
            {own.becoming[one].name}
            <span className="note">{own.becoming[one].note}</span>
          </label>
        ))}
      </fieldset>
      <div className="desk-scale">
        <Field name="scale" label={own.scale} value={scale} note={own.scaleNote} />
      </div>
    </>
  )
}

/** What the table does not say itself. */
function Beside({ view }: Part): JSX.Element {
  const { words, locale } = useDesk()
  const own = words.connection
  const { area, areas, belongs, crossed, roles, mayWrite } = view
  return (
    <>
      <div className="desk-entry">
        <label htmlFor="omraade">{own.area}</label>
        <select id="omraade" name="omraade" defaultValue={area} disabled={!mayWrite}>
          <option value="">{own.ownArea}</option>
          {areas.map(({ key, name }) => (
            <option key={key} value={key}>
              {name[locale]}
            </option>
          ))}
        </select>
      </div>
      {belongs.map(({ key, name, chosen, groups }) => (
        <div className="desk-entry" key={key}>
          <label htmlFor={`gruppe.${key}`}>{own.belongs(name[locale])}</label>
          <select id={`gruppe.${key}`} name={`gruppe.${key}`} defaultValue={chosen} disabled={!mayWrite}>
            <option value="">{own.everyone}</option>
            {groups.map((group) => (
              <option key={group.key} value={group.key}>
                {group.name[locale]}
              </option>
            ))}
          </select>
        </div>
      ))}
      {roles.length > 1 && (
        <p>
          <label>
            <input type="checkbox" name="paatvaers" value="ja" defaultChecked={crossed} disabled={!mayWrite} />{' '}
            {own.crossed}
          </label>
        </p>
      )}
    </>
  )
}

/** What fetching would bring, said before anything is kept. */
function Preview({ view: { preview } }: Part): JSX.Element | null {
  const { words } = useDesk()
  if (preview === null) return null
  const own = words.connection
  return (
    <section className="desk-consequences" aria-labelledby="preview" tabIndex={-1}>
      <h2 id="preview">{own.preview}</h2>
      <p>{own.counts(preview)}</p>
      <NotMeasured periods={preview.notMeasured} />
      {preview.withdrawn > 0 && <p>{own.wouldBeWithdrawn(preview.withdrawn)}</p>}
      {preview.heldBack > 0 && <p>{own.wouldBeHeldBack(preview.heldBack)}</p>}
      <PassedOver passedOver={preview.passedOver} />
      {preview.changes === null ? <p>{words.noConsequences}</p> : <ReleaseChanges changes={preview.changes} />}
    </section>
  )
}

function Choices({ view }: Part): JSX.Element | null {
  const { words, href } = useDesk()
  const own = words.connection
  const { slug, source, table, variables, roles, every, mayWrite } = view
  if (table === null) return null
  return (
    <form className="desk-edit" method="post" action={href('connection', { slug })}>
      <h2>{`${table.table}: ${table.name}`}</h2>
      <p className="note">{own.tableNote}</p>
      <input type="hidden" name="source" value={source} />
      <input type="hidden" name="table" value={table.table} />
      <Becomes view={view} />
      {variables.map((variable) => (
        <Variable
          key={variable.code}
          variable={variable}
          belongs={view.belongs}
          areas={view.areas}
          roles={roles}
          readOnly={!mayWrite}
        />
      ))}
      <Beside view={view} />
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

/** Connecting an indicator to another producer's table. */
export function Connecting({ view }: Part): JSX.Element {
  const { words, locale, href } = useDesk()
  const own = words.connection
  const { name, slug, problem, done } = view
  return (
    <>
      <p className="lead">{name[locale]}</p>
      <ul className="link-row">
        <li>
          <a href={href('definitions')}>{words.titles.definitions}</a>
        </li>
        <li>
          <a href={href('figures', { slug })}>{words.titles.figures}</a>
        </li>
      </ul>
      <p className="note">{own.note}</p>
      {done !== null && (
        <output className="desk-done">
          {own.done[done]} <a href={href('publish')}>{words.review}</a>
        </output>
      )}
      {problem !== null && <FormProblem>{problem[locale]}</FormProblem>}
      <Standing view={view} />
      <Choices view={view} />
      <Search view={view} />
    </>
  )
}
