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

/** The figures of an indicator as a sheet: periods down, series across. */
export function Figures({ view }: { readonly view: View }): JSX.Element {
  const { words, locale, href } = useDesk()
  const { links } = usePage()
  const { columns, rows, mayWrite, saved, problem, reason, slug, unit, periodKind, derived } = view
  const editable = mayWrite && !derived
  const unitName = formatShortUnit(2, unit, locale)
  return (
    <>
      <p className="lead">
        <a href={links.indicator(slug)}>{view.name[locale]}</a>
        {unitName.trim() !== '' && ` (${unitName.trim()})`}
      </p>
      {saved && (
        <output className="desk-done">
          {words.saved} <a href={href('/udgiv')}>{words.review}</a>
        </output>
      )}
      {problem !== null && <FormProblem>{words.cellsToMend(problem)}</FormProblem>}
      {derived && <p>{words.derivedFigures}</p>}
      {!mayWrite && <p>{words.mayNotWrite}</p>}
      {editable && <p className="note">{words.howToType}</p>}
      {editable && (
        <output className="desk-done" data-kept="" hidden>
          {words.keptDraft} <button type="button">{words.discard}</button>
        </output>
      )}
      <form className="desk-sheet" method="post" action={href(`/tal/${slug}`)}>
        <TableScroll label={view.name[locale]}>
          <table>
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
        {editable && (
          <>
            <Field name="reason" label={words.reason} value={reason} required={false} note={words.reasonNote} />
            <p className="desk-buttons">
              <button type="submit">{words.save}</button>
            </p>
          </>
        )}
      </form>
      {editable && (
        <form className="desk-period" method="get" action={href(`/tal/${slug}`)}>
          <Field name="periode" label={words.otherPeriod} note={words.otherPeriodNote} />
          <button type="submit">{words.addPeriod}</button>
        </form>
      )}
    </>
  )
}
