import type { DeskView } from '@pejling/domain/desk/views'
import { headingRowsOf, headingsOf, isColumnRole, markMeanings, type Mapping } from '@pejling/domain/intake/mapping'
import type { ImportedFigure, RejectedCell } from '@pejling/domain/intake/outcome'
import {
  cellContent,
  columnLetters,
  delimiters,
  encodings,
  sourceText,
  type SourceCell,
} from '@pejling/domain/intake/source-table'
import { periodName, periodOf } from '@pejling/domain/period/period'
import type { Locale } from '@pejling/domain/text'
import type { JSX, ReactNode } from 'react'
import { TableScroll } from '../components/table-scroll.tsx'
import { usePage } from '../components/page-context.ts'
import { ReleaseChanges } from '../pages/releases/release-changes.tsx'
import { useDesk, writtenMoment } from './desk-page.ts'
import { FormProblem } from './forms.tsx'
import { importWords } from './import-messages.ts'

type View = Extract<DeskView, { readonly page: 'import' }>

const numbers: Readonly<Record<Locale, Intl.NumberFormat>> = {
  da: new Intl.NumberFormat('da-DK'),
  en: new Intl.NumberFormat('en-GB'),
}
/** Numbers of a workbook with all their digits, ungrouped, so that they can be held against the file. */
const asInFile: Readonly<Record<Locale, Intl.NumberFormat>> = {
  da: new Intl.NumberFormat('da-DK', { useGrouping: false, maximumFractionDigits: 15 }),
  en: new Intl.NumberFormat('en-GB', { useGrouping: false, maximumFractionDigits: 15 }),
}

function cellText(cell: SourceCell | undefined, locale: Locale): string {
  const content = cellContent(cell)
  if (typeof content === 'number') return asInFile[locale].format(content)
  if (typeof content === 'object' && content !== null) {
    if ('percent' in content) return `${asInFile[locale].format(content.percent)} %`
    if ('number' in content) return `${asInFile[locale].format(content.number)} ${content.unit}`
  }
  return sourceText(content)
}

function useImport() {
  const desk = useDesk()
  const format = (count: number): string => numbers[desk.locale].format(count)
  return { ...desk, words: importWords[desk.locale], desk: desk.words, format }
}

function Choice({
  name,
  label,
  value,
  options,
}: {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, name: string])[]
}): JSX.Element {
  return (
    <p className="desk-field">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={value}>
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </p>
  )
}

function Count({ name, label, value }: { readonly name: string; readonly label: string; readonly value: number }) {
  return (
    <p className="desk-field">
      <label htmlFor={name}>{label}</label>
      <input id={name} name={name} inputMode="numeric" defaultValue={value} autoComplete="off" />
    </p>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }): JSX.Element {
  return (
    <fieldset className="desk-part">
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}

/** The beginning of the table, with what each column is said to hold above it. */
function Columns({ view, mapping }: { readonly view: View; readonly mapping: Mapping }): JSX.Element {
  const { words, locale } = useImport()
  const { rows, roles } = view
  const headings = headingsOf(headingRowsOf(rows, mapping), mapping.roles.length)
  const isHeading = (row: number): boolean =>
    row >= mapping.headingRow && row < mapping.headingRow + mapping.headingRows
  return (
    <TableScroll label={words.columns}>
      <table className="desk-file">
        <thead>
          <tr>
            <th scope="col">{words.row}</th>
            {mapping.roles.map((role, column) => (
              <th key={columnLetters(column)} scope="col">
                <span aria-hidden="true">{columnLetters(column)}</span>
                <select
                  name={`c${column}`}
                  defaultValue={role}
                  aria-label={words.column(columnLetters(column), headings[column]?.join(' ') ?? '')}
                >
                  {roles.map(({ role: key, name }) => (
                    <option key={key} value={key}>
                      {isColumnRole(key) ? words.roles[key] : words.groups(name?.[locale] ?? key)}
                    </option>
                  ))}
                </select>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, cells }) => (
            <tr key={row} className={isHeading(row) ? 'desk-file-heading' : undefined}>
              <th scope="row">{row}</th>
              {mapping.roles.map((_, column) => (
                <td key={columnLetters(column)}>{cellText(cells[column], locale)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

function Meaning({ view, mapping }: { readonly view: View; readonly mapping: Mapping }): JSX.Element {
  const { words, locale } = useImport()
  const { look, marks, areas } = view
  return (
    <>
      <p className="note">{words.meansNote}</p>
      {look?.large === true && <p className="desk-problem">{words.large}</p>}
      {mapping.dialect && (
        <Part title={words.written}>
          <Choice
            name="encoding"
            label={words.encoding}
            value={mapping.dialect.encoding}
            options={encodings.map((one) => [one, words.encodings[one]])}
          />
          <Choice
            name="delimiter"
            label={words.delimiter}
            value={mapping.dialect.delimiter}
            options={delimiters.map((one) => [one, words.delimiters[one]])}
          />
        </Part>
      )}
      <Part title={words.place}>
        {mapping.dialect ? (
          <input type="hidden" name="sheet" value={mapping.sheet} />
        ) : (
          <Choice
            name="sheet"
            label={words.sheet}
            value={mapping.sheet}
            options={(look?.sheets ?? []).map(({ name }) => [name, name])}
          />
        )}
        <Count name="headingRow" label={words.headingRow} value={mapping.headingRow} />
        <Count name="headingRows" label={words.headingRows} value={mapping.headingRows} />
      </Part>
      <Columns view={view} mapping={mapping} />
      <Part title={words.figures}>
        <Choice
          name="decimal"
          label={words.decimal}
          value={mapping.decimal ?? ''}
          options={([',', '.', ''] as const).map((mark) => [mark, words.decimals[mark]])}
        />
        <Choice
          name="area"
          label={words.area}
          value={mapping.area}
          options={areas.map(({ key, name }) => [key, name[locale]])}
        />
        <p className="desk-tick">
          <label>
            <input type="checkbox" name="fillDown" value="1" defaultChecked={mapping.fillDown} /> {words.fillDown}
          </label>
        </p>
      </Part>
      {marks.length > 0 && (
        <Part title={words.marks}>
          <p className="note">{words.marksNote}</p>
          {marks.map((mark, index) => (
            <div key={mark}>
              <input type="hidden" name={`t${index}`} value={mark} />
              <Choice
                name={`m${index}`}
                label={words.mark(mark)}
                value={mapping.marks[mark] ?? ''}
                options={(['', ...markMeanings] as const).map((meaning) => [meaning, words.meanings[meaning]])}
              />
            </div>
          ))}
        </Part>
      )}
    </>
  )
}

const cellName = ({ row, column }: { readonly row: number; readonly column: number }): string =>
  `${columnLetters(column)}${row}`

function Rejected({ cells, count }: { readonly cells: readonly RejectedCell[]; readonly count: number }) {
  const { words, locale, format } = useImport()
  if (count === 0) return null
  return (
    <>
      <h3>{words.rejected}</h3>
      <TableScroll label={words.rejected}>
        <table className="desk-outcome">
          <thead>
            <tr>
              <th scope="col">{words.cell}</th>
              <th scope="col">{words.stands}</th>
              <th scope="col">{words.why}</th>
            </tr>
          </thead>
          <tbody>
            {cells.map((cell) => (
              <tr key={`${cellName(cell)} ${cell.why.en}`}>
                <th scope="row">{cellName(cell)}</th>
                <td>{cell.text}</td>
                <td>{cell.why[locale]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {count > cells.length && <p className="note">{words.more(format(count - cells.length))}</p>}
    </>
  )
}

function FigureList({
  title,
  figures,
  count,
  view,
}: {
  readonly title: string
  readonly figures: readonly ImportedFigure[]
  readonly count: number
  readonly view: View
}): JSX.Element | null {
  const { words, locale, format } = useImport()
  const { seriesNames, periodKind } = view
  if (count === 0) return null
  const hasBefore = figures.some(({ before }) => before !== null)
  return (
    <details className="desk-warnings" open={hasBefore}>
      <summary>
        {title} <span className="change-count">{format(count)}</span>
      </summary>
      <TableScroll label={title}>
        <table className="desk-outcome">
          <thead>
            <tr>
              <th scope="col">{words.cell}</th>
              <th scope="col">{words.series}</th>
              <th scope="col">{words.period}</th>
              {hasBefore && (
                <th className="desk-outcome-figure" scope="col">
                  {words.before}
                </th>
              )}
              <th className="desk-outcome-figure" scope="col">
                {words.after}
              </th>
            </tr>
          </thead>
          <tbody>
            {figures.map((one) => (
              <tr key={`${one.series} ${one.period}`}>
                <th scope="row">{cellName(one)}</th>
                <td>{seriesNames.find(({ key }) => key === one.series)?.name[locale] ?? one.series}</td>
                <td>{periodName(periodOf(periodKind, one.period), locale)}</td>
                {hasBefore && <td className="desk-outcome-figure">{one.before?.[locale]}</td>}
                <td className="desk-outcome-figure">{one.after[locale]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {count > figures.length && <p className="note">{words.more(format(count - figures.length))}</p>}
    </details>
  )
}

function Outcome({ view, outcome }: { readonly view: View; readonly outcome: NonNullable<View['outcome']> }) {
  const { words, locale, format } = useImport()
  const { added, changed, unchanged, rejected, faults, examples, changes, isPreviewed } = outcome
  if (faults.length > 0) {
    return (
      <FormProblem>
        {faults.map((fault) => (
          <span key={fault.en}>{fault[locale]} </span>
        ))}
      </FormProblem>
    )
  }
  const written = added + changed
  return (
    <section className="desk-consequences" aria-labelledby="outcome">
      <h2 id="outcome">{words.outcome}</h2>
      <p>
        {(['added', 'changed', 'unchanged', 'rejected'] as const)
          .map((kind) => words.counts[kind](format({ added, changed, unchanged, rejected }[kind])))
          .join(' · ')}
      </p>
      <Rejected cells={examples.rejected} count={rejected} />
      <FigureList title={words.changed} figures={examples.changed} count={changed} view={view} />
      <FigureList title={words.added} figures={examples.added} count={added} view={view} />
      {written === 0 && <p>{words.nothingNew}</p>}
      {written > 0 && (
        <>
          <h3>{words.readers}</h3>
          {!isPreviewed && <p>{words.notJudged}</p>}
          {isPreviewed && (changes ? <ReleaseChanges changes={changes} /> : <p>{words.noReaders}</p>)}
        </>
      )}
    </section>
  )
}

function Progress({ view, progress }: { readonly view: View; readonly progress: NonNullable<View['progress']> }) {
  const { words, href, format } = useImport()
  const { phase, done, total } = progress
  const counted = total > 0 ? words.done(format(done), format(total)) : done > 0 ? words.rowsRead(format(done)) : ''
  return (
    <section aria-labelledby="progress" data-progress="">
      <h2 id="progress">{words.phases[phase]}</h2>
      <p>
        <progress aria-labelledby="progress" {...(total > 0 ? { value: done, max: total } : {})} /> {counted}
      </p>
      <noscript>
        <a href={href('import', { number: view.number })}>{words.reload}</a>
      </noscript>
      <form method="post" action={href('import', { number: view.number })}>
        <p className="desk-buttons">
          <button type="submit" name="step" value="cancel">
            {words.cancel}
          </button>
        </p>
      </form>
    </section>
  )
}

/** A file on its way in: what it means, what it would do, and doing it. */
export function Import({ view }: { readonly view: View }): JSX.Element {
  const { words, locale, href, format } = useImport()
  const { links } = usePage()
  const { number, name, size, hash, receivedAt, indicator, state, changeSet, progress, problem, mapping, outcome } =
    view
  const isOpen = progress === null && state !== 'applied'
  const mayApply = outcome !== null && outcome.faults.length === 0 && outcome.added + outcome.changed > 0
  return (
    <>
      <p className="lead">
        {name}: <a href={links.indicator(indicator.key)}>{indicator.name[locale]}</a>
      </p>
      <p className="note desk-original">
        {`${writtenMoment(receivedAt, locale)} · ${words.bytes(format(size))} · ${words.hash} ${hash} · `}
        <a href={href('importFile', { number })}>{words.original}</a>
      </p>
      {problem !== null && <FormProblem>{problem[locale]}</FormProblem>}
      {progress !== null && <Progress view={view} progress={progress} />}
      {state === 'applied' && (
        <output className="desk-done">
          {words.applied} <a href={href('figures', { slug: indicator.key })}>{words.toSheet}</a>{' '}
          {changeSet !== null && <a href={href('history')}>{words.inHistory(changeSet)}</a>}
        </output>
      )}
      {isOpen && (
        <form className="desk-edit" method="post" action={href('import', { number })}>
          {outcome !== null && <Outcome view={view} outcome={outcome} />}
          {mayApply && (
            <>
              {outcome.rejected > 0 && (
                <p className="desk-tick">
                  <label>
                    <input type="checkbox" name="withoutRejected" value="1" />{' '}
                    {words.withoutRejected(format(outcome.rejected))}
                  </label>
                </p>
              )}
              <p className="desk-buttons">
                <button type="submit" name="step" value="apply">
                  {words.apply}
                </button>
              </p>
            </>
          )}
          {mapping !== null && (
            <section aria-labelledby="means">
              <h2 id="means">{words.means}</h2>
              <Meaning view={view} mapping={mapping} />
            </section>
          )}
          <p className="desk-buttons">
            {mapping !== null && (
              <>
                <button type="submit" name="step" value="try">
                  {words.attempt}
                </button>{' '}
                <button type="submit" name="step" value="say">
                  {words.say}
                </button>{' '}
              </>
            )}
            <button type="submit" name="step" value="discard">
              {words.discard}
            </button>
          </p>
        </form>
      )}
    </>
  )
}
