import { deskQuery } from '@pejling/addresses/desk'
import { deskParameters } from '@pejling/addresses/words'
import type { DeskView, GridCell } from '@pejling/domain/desk/views'
import { periodName, periodOf } from '@pejling/domain/period/period'
import { formatShortUnit } from '@pejling/domain/unit/format'
import type { JSX } from 'react'
import { TableScroll } from '../components/table-scroll.tsx'
import { usePage } from '../components/page-context.ts'
import { useDesk } from './desk-page.ts'
import { Field, FormProblem } from './forms.tsx'

type View = Extract<DeskView, { readonly page: 'figures' }>

function Cell({
  cell,
  label,
  row,
  column,
}: {
  readonly cell: GridCell
  readonly label: string
  readonly row: number
  readonly column: number
}): JSX.Element {
  const { locale } = useDesk()
  const problemId = `problem-${row}-${column}`
  return (
    <td>
      <input type="hidden" name={`b|${cell.name}`} value={cell.before} />
      <input
        name={`v|${cell.name}`}
        defaultValue={cell.typed}
        aria-label={label}
        aria-invalid={cell.problem !== null || undefined}
        aria-describedby={cell.problem === null ? undefined : problemId}
        autoComplete="off"
        inputMode="text"
        data-row={row}
        data-column={column}
      />
      {cell.problem !== null && (
        <span id={problemId} className="desk-cell-problem">
          {cell.problem[locale]}
        </span>
      )}
    </td>
  )
}

/** The footnotes of the sheet, each at its cell, and room for another. */
function Notes({ view }: { readonly view: View }): JSX.Element {
  const { words, locale, languages } = useDesk()
  const { notes, columns, rows, periodKind } = view
  const names = new Map(
    rows.flatMap(({ period, cells }) =>
      cells.map(({ name }, column) => {
        const when = periodName(periodOf(periodKind, period), locale)
        return [name, `${when}, ${columns[column]?.name[locale] ?? ''}`] as const
      }),
    ),
  )
  return (
    <details className="desk-warnings" open={notes.some(({ problem }) => problem !== null)}>
      <summary>
        {words.footnotes} <span className="note">{notes.filter(({ cell }) => cell !== '').length}</span>
      </summary>
      {notes.map(({ cell, da, en, before, problem }, index) => {
        const problemId = `note-problem-${index}`
        const described = problem === null ? {} : { 'aria-invalid': true, 'aria-describedby': problemId }
        return (
          <fieldset key={`${before} ${cell}`} className="desk-part">
            <legend>{before === '' ? words.newFootnote : names.get(cell)}</legend>
            <input type="hidden" name={`n${index}.before`} value={before} />
            {before === '' ? (
              <p className="desk-field">
                <label htmlFor={`n${index}`}>{words.footnoteCell}</label>
                <select id={`n${index}`} name={`n${index}`} defaultValue={cell} {...described}>
                  <option value="">{words.pick}</option>
                  {[...names].map(([name, label]) => (
                    <option key={name} value={name}>
                      {label}
                    </option>
                  ))}
                </select>
              </p>
            ) : (
              <input type="hidden" name={`n${index}`} value={cell} />
            )}
            {languages.map((language) => {
              const id = `n${index}.${language}`
              const text = language === 'da' ? da : en
              return (
                <p key={language} className="desk-field">
                  <label htmlFor={id}>{words.inLanguage[language]}</label>
                  <input id={id} name={id} defaultValue={text} autoComplete="off" {...described} />
                </p>
              )
            })}
            {problem !== null && (
              <p id={problemId} className="desk-field-problem">
                {problem[locale]}
              </p>
            )}
          </fieldset>
        )
      })}
    </details>
  )
}

/** What is odd about the figures as they stand: totals that do not add up, jumps, and the like. */
function SheetWarnings({ view }: { readonly view: View }): JSX.Element | null {
  const { words, locale } = useDesk()
  const { warnings, warningCount, columns, periodKind } = view
  if (warnings.length === 0) return null
  const names = new Map(columns.map(({ key, name }) => [key, name[locale]]))
  return (
    <details className="desk-warnings">
      <summary>
        {words.warnings} <span className="note">{warningCount}</span>
      </summary>
      <ul>
        {warnings.map(({ kind, series, period, text }) => (
          <li key={`${kind} ${series} ${period}`}>
            {`${periodName(periodOf(periodKind, period), locale)}, ${names.get(series) ?? series}: ${text[locale]}`}
          </li>
        ))}
      </ul>
      {warningCount > warnings.length && <p>{words.moreWarnings(warningCount - warnings.length)}</p>}
    </details>
  )
}

/** The figures of an indicator as a sheet: periods down, series across. */
export function Figures({ view }: { readonly view: View }): JSX.Element {
  const { words, locale, href, user } = useDesk()
  const { links } = usePage()
  const { columns, rows, outOf, mayWrite, saved, problem, reason, slug, unit, periodKind, derived } = view
  const editable = mayWrite && !derived
  const unitName = formatShortUnit(2, unit, locale)
  const numbers = new Intl.NumberFormat(locale)
  return (
    <>
      <p className="lead">
        <a href={links.indicator(slug)}>{view.name[locale]}</a>
        {unitName.trim() !== '' && ` (${unitName.trim()})`}
      </p>
      {saved && (
        <output className="desk-done">
          {words.saved} <a href={href('publish')}>{words.review}</a>
        </output>
      )}
      {problem !== null && <FormProblem>{words.cellsToMend(problem)}</FormProblem>}
      {derived && <p>{words.derivedFigures}</p>}
      {outOf && (
        <p>
          {words.partOfSheet({ periods: rows.length, series: columns.length }, outOf, numbers.format(outOf.mostCells))}
        </p>
      )}
      {!mayWrite && <p>{words.mayNotWrite}</p>}
      {editable && (
        <p className="note">
          {words.howToType} <a href={href('imports') + deskQuery([['indicator', slug]])}>{words.titles.import}</a>
        </p>
      )}
      {editable && (
        <output className="desk-done" data-kept="" hidden>
          {words.keptDraft} <button type="button">{words.discard}</button>
        </output>
      )}
      {user !== null && (user.role === 'publisher' || user.role === 'administrator') && (
        <p className="note">
          <a href={href('withdraw', { slug })}>{words.titles.withdraw}</a>
        </p>
      )}
      <form
        className="desk-sheet"
        method="post"
        action={href('figures', { slug })}
        data-rules={JSON.stringify(view.rules)}
      >
        <TableScroll label={view.name[locale]}>
          <table {...(editable ? { className: 'desk-cells' } : {})}>
            <thead>
              <tr>
                <th scope="col">{words.period}</th>
                {columns.map(({ key, name }) => (
                  <th key={key} scope="col">
                    {name[locale]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ period, cells }, row) => {
                const label = periodName(periodOf(periodKind, period), locale)
                return (
                  <tr key={period}>
                    <th scope="row">{label}</th>
                    {cells.map((cell, column) =>
                      editable ? (
                        <Cell
                          key={cell.name}
                          cell={cell}
                          row={row}
                          column={column}
                          label={`${label}, ${columns[column]?.name[locale] ?? ''}`}
                        />
                      ) : (
                        <td key={cell.name}>{cell.typed}</td>
                      ),
                    )}
                  </tr>
                )
              })}
            </tbody>
          </table>
        </TableScroll>
        <output className="visually-hidden" data-said="" />
        <SheetWarnings view={view} />
        {editable && (
          <>
            <Notes view={view} />
            <Field name="reason" label={words.reason} value={reason} required={false} note={words.reasonNote} />
            <p className="desk-buttons">
              <button type="submit">{words.save}</button>
            </p>
          </>
        )}
      </form>
      {editable && (
        <form className="desk-period" method="get" action={href('figures', { slug })}>
          <Field name={deskParameters.period} label={words.otherPeriod} note={words.otherPeriodNote} />
          <button type="submit">{words.addPeriod}</button>
        </form>
      )}
    </>
  )
}
