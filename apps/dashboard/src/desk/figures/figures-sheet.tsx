import { useQuery } from '@tanstack/react-query'
import type { Clipboard } from '@pejling/domain/intake/block'
import { isOpenMark } from '@pejling/domain/intake/status-words'
import { seriesKey } from '@pejling/domain/series'
import type { Finding } from '@pejling/domain/workspace/finding'
import type { OverviewIndicator } from '@pejling/domain/workspace/overview'
import { useMemo, useRef, useState, type JSX } from 'react'
import { locale } from '../client/locale.ts'
import { useMay, useReaches } from '../client/me.ts'
import { Button } from '../widgets/button.tsx'
import { Empty, Failed, Loading } from '../widgets/state.tsx'
import { AddPeriod } from './add-period.tsx'
import { CellPanel } from './cell-panel.tsx'
import { problemOf } from './cells.ts'
import { cellName, cellOf, draftAt, over, typedOf, written, type Draft } from './drafts.ts'
import { EraseDialog } from './erase-dialog.tsx'
import { Grid } from './grid/grid.tsx'
import { extentOf, type GridEntry, type Place, type Selection } from './grid/grid-types.ts'
import { Letters } from './letters.tsx'
import { LiveView } from './live-view.tsx'
import { Conflicts, PasteNotice, SaidOfCellsList, type LastPaste, type Said } from './notices.tsx'
import { clipboardOf, placeBlock, textsFor, upsideDown } from './place-block.ts'
import { publishedQuery, useTrial, type useDefinitions } from './queries.ts'
import { SaveBar } from './save-bar.tsx'
import { isShare } from './sheet.ts'
import { Toolbar } from './toolbar.tsx'
import { changeOf, refusedCells, saveProblem, useSave } from './use-save.ts'
import { askedFor, rowHeadings, useGridCells, useLabels, useSheet, type Sheet } from './use-sheet.ts'
import { useWork } from './use-work.ts'
import type { View } from './view.ts'
import { words } from './words.ts'

/** Where the work begins: in the cell the address asks for, else in the last period of the headline. */
function firstSelection(sheet: Sheet, asked: ReturnType<typeof askedFor>, view: View): Selection {
  const latest = view.orden === 'nyeste' ? 0 : sheet.periods.length - 1
  const period = asked.period === null ? latest : Math.max(0, sheet.periods.indexOf(asked.period))
  const column = Math.max(
    0,
    sheet.columns.findIndex(({ series }) => series === asked.series),
  )
  const at = view.perioder === 'tvaers' ? { row: column, column: period } : { row: period, column }
  return { at, to: at }
}

/** Whether figures of the indicator may be written: by an editor, or by whoever sends them. */
function useMayWrite(state: OverviewIndicator | undefined, isDerived: boolean): boolean {
  const [may, isEditor] = [useMay('figures:write'), useReaches('editor')]
  return may && !isDerived && (isEditor || state?.own === true)
}

/** The sheet, what is said of its cells, and the reader's view beside it. */
export function FiguresSheet({
  defined,
  state,
  findings,
  today,
  view,
  onView,
}: {
  readonly defined: ReturnType<typeof useDefinitions>
  readonly state: OverviewIndicator | undefined
  /** Findings of the indicator as it stands. */
  readonly findings: readonly Finding[]
  readonly today: string
  readonly view: View
  readonly onView: (part: Partial<Record<keyof View, string>>) => void
}): JSX.Element {
  const { indicator, areas, provenances } = defined
  const { slug } = indicator
  const kept = useWork(`figures/${slug}`)
  const { work } = kept
  const mayWrite = useMayWrite(state, indicator.derived !== null)
  const sheet = useSheet({ defined, work, view, today, expected: state?.expected?.period ?? null })
  const { columns, periods, standing, periodNames } = sheet
  const isTurned = view.perioder === 'tvaers'
  const labels = useLabels(defined)
  const asked = askedFor(view, defined)
  const [chosen, setChosen] = useState(() => firstSelection(sheet, asked, view))
  const [paste, setPaste] = useState<LastPaste | null>(null)
  const [erasing, setErasing] = useState<readonly string[]>([])
  const save = useSave({ indicator, kept, today })
  const gridPart = useRef<HTMLDivElement>(null)

  const { change, cells: sentCells } = useMemo(() => changeOf(work, indicator, today), [indicator, today, work])
  const { reason: _reason, ...tried } = change
  const trial = useTrial(slug, JSON.stringify(tried))
  const published = useQuery(publishedQuery(slug))

  const refused = useMemo(
    () => refusedCells(save.error ?? trial.error, sentCells),
    [save.error, sentCells, trial.error],
  )
  const found = useMemo(() => {
    const own = trial.data?.answer.findings ?? []
    const isTyped = (one: Finding): boolean => work.drafts[cellName(one.series, one.period)] !== undefined
    return [...own.filter(isTyped), ...findings.filter((one) => !isTyped(one))]
  }, [findings, trial.data, work.drafts])
  const said = useMemo(
    () => ({ refused, findings: new Map(found.map((one) => [cellName(one.series, one.period), one.text[locale]])) }),
    [found, refused],
  )
  const cells = useGridCells(sheet, { defined, drafts: work.drafts, said, mayWrite, isTurned })

  const [rowCount, columnCount] = isTurned ? [columns.length, periods.length] : [periods.length, columns.length]
  const clamp = ({ row, column }: Place): Place => ({
    row: Math.max(0, Math.min(row, rowCount - 1)),
    column: Math.max(0, Math.min(column, columnCount - 1)),
  })
  const at = clamp(chosen.at)
  const to = clamp(chosen.to)
  const selection = useMemo(
    () => ({ at: { row: at.row, column: at.column }, to: { row: to.row, column: to.column } }),
    [at.row, at.column, to.row, to.column],
  )
  const meant = ({ row, column }: Place) => ({
    column: columns[isTurned ? row : column],
    period: periods[isTurned ? column : row],
  })

  /** Writes texts into cells of the sheet. */
  const writeTexts = (
    entries: readonly (readonly [name: string, text: string])[],
    periodsAdded: readonly string[] = [],
  ): void => {
    if (!mayWrite || (entries.length === 0 && periodsAdded.length === 0)) return
    const now = kept.latest()
    const drafts = written(
      now.drafts,
      standing,
      entries.map(([name, text]) => [name, { text }]),
      locale,
    )
    kept.write(drafts, { periods: [...now.periods, ...periodsAdded] })
  }
  const onWrite = (entries: readonly GridEntry[]): void => {
    setPaste(null)
    const wanted = entries.flatMap((entry) => {
      const { column, period } = meant(entry)
      return column && period ? [{ column, period, text: entry.text }] : []
    })
    writeTexts(textsFor(wanted, { drafts: kept.latest().drafts, standing, locale }))
  }
  const change1 = (name: string, part: Partial<Pick<Draft, 'text' | 'about'>>): void =>
    kept.write(written(kept.latest().drafts, standing, [[name, part]], locale))

  /** Empties cells: what was never saved is gone, of saved figures it is asked what is meant. */
  const onErase = (places: readonly Place[]): void => {
    if (!mayWrite) return
    const names = [
      ...new Set(
        places.flatMap((place) => {
          const { column, period } = meant(place)
          return column && period ? [cellName(column.series, period)] : []
        }),
      ),
    ]
    const saved = names.filter(
      (name) => standing.has(name) && draftAt(kept.latest().drafts, standing, name, locale).text !== '',
    )
    writeTexts(names.flatMap((name) => (!standing.has(name) && work.drafts[name] ? [[name, ''] as const] : [])))
    setErasing(saved)
  }
  const place = (clipboard: Clipboard, isReversed: boolean): void => {
    const { column, period } = isTurned ? { column: at.row, period: at.column } : { column: at.column, period: at.row }
    const pasted = placeBlock(
      clipboard,
      {
        columns,
        periods,
        at: { period, column },
        isTurned,
        rules: indicator,
        labels,
        kind: indicator.cadence.periodKind,
        today,
        allowsFuture: work.allowsFuture,
        locale,
      },
      { drafts: kept.latest().drafts, standing },
    )
    writeTexts(pasted.cells, pasted.added)
    setPaste({ ...pasted, clipboard, isReversed })
  }
  const copyOf = (selected: Selection) => {
    const { top, bottom, left, right } = extentOf(selected)
    const rows = cells.slice(top, bottom + 1).map((row) => row.slice(left, right + 1).map(({ typed }) => typed))
    const isAll = top === 0 && left === 0 && bottom === rowCount - 1 && right === columnCount - 1 && rowCount > 1
    if (!isAll) return clipboardOf(rows)
    // All of it comes with its headings, so that it can be put back anywhere.
    const across = isTurned ? periods.map((code) => periodNames.get(code) ?? code) : columns.map(({ name }) => name)
    const down = isTurned ? columns.map(({ name }) => name) : periods.map((code) => periodNames.get(code) ?? code)
    return clipboardOf([[words.corner, ...across], ...rows.map((row, index) => [down[index] ?? '', ...row])])
  }
  const labelOf = (name: string): string => {
    const { series, period } = cellOf(name)
    const own = columns.find((column) => column.series === series)
    const column = own?.part === 'whole' ? own.name : (own?.name.replace(/, [^,]*$/, '') ?? series)
    return `${periodNames.get(period) ?? period}, ${column}`
  }
  const goTo = (name: string): void => {
    const { series, period } = cellOf(name)
    const [column, row] = [columns.findIndex((one) => one.series === series), periods.indexOf(period)]
    if (column === -1 || row === -1) return
    const target = isTurned ? { row: column, column: row } : { row, column }
    setChosen({ at: target, to: target })
    gridPart.current
      ?.querySelector<HTMLElement>(`td[data-row="${target.row}"][data-column="${target.column}"]`)
      ?.focus()
  }

  const typed = Object.keys(work.drafts).map((name) => {
    const { series, period } = cellOf(name)
    return { ...sheet.cellAt(series, period), label: labelOf(name) }
  })
  const conflicts = typed.filter(({ isConflict }) => isConflict)
  const wrong = typed.flatMap((cell): Said[] => {
    const text = cell.isConflict ? null : problemOf(cell, refused.get(cell.name))
    return text === null ? [] : [{ name: cell.name, label: cell.label, text, weight: 'error' }]
  })
  const marks = typed.filter(({ draft }) => isOpenMark(draft.text)).map(({ name }) => name)
  const inHand = meant(at)
  const cellInHand = inHand.column && inHand.period ? sheet.cellAt(inHand.column.series, inHand.period) : null

  const onSave = (): void => {
    const first = conflicts[0] ?? wrong.find(({ name }) => !refused.has(name))
    if (first) goTo(first.name)
    else if (Object.keys(kept.latest().drafts).length > 0 && !save.isPending) save.mutate()
  }
  const error = saveProblem(save.error)
  const addable = areas.filter(({ code }) => !columns.some(({ series }) => series === code))

  return (
    <div className="figures">
      <div className="figures-main">
        {indicator.derived !== null && <p className="notice">{words.derived}</p>}
        {indicator.derived === null && !mayWrite && <p className="notice">{words.mayNot}</p>}
        {kept.wasRestored && kept.isDirty && <output className="notice">{words.restored}</output>}
        <Toolbar
          view={view}
          onView={onView}
          hasParts={isShare(indicator)}
          areas={mayWrite ? addable : []}
          onAddArea={(area) => kept.set({ series: [...work.series, seriesKey({ area, categories: {} })] })}
          history={mayWrite ? kept : null}
        />
        <Conflicts
          cells={conflicts.map(({ name, label, draft, now }) => ({
            name,
            label,
            mine: draft.text,
            theirs: typedOf(now, locale),
          }))}
          onTheirs={(name) => {
            const { [name]: _mine, ...others } = kept.latest().drafts
            kept.write(others)
          }}
          onMine={(name) => {
            const draft = kept.latest().drafts[name]
            if (draft) kept.write({ ...kept.latest().drafts, [name]: over(draft, standing.get(name) ?? null) })
          }}
        />
        {periods.length === 0 && <Empty>{words.noRows}</Empty>}
        <div ref={gridPart}>
          <Grid
            label={words.title(indicator.name[locale])}
            describedBy="sheet-help"
            corner={words.periods[indicator.cadence.periodKind]}
            headings={
              isTurned
                ? [periods.map((code) => ({ key: code, label: periodNames.get(code) ?? code, columns: 1, rows: 1 }))]
                : sheet.headings
            }
            rows={rowHeadings(sheet, work, isTurned)}
            cells={cells}
            selection={selection}
            onSelect={setChosen}
            onWrite={onWrite}
            onErase={onErase}
            onPaste={(clipboard) => {
              if (mayWrite) place(clipboard, false)
            }}
            beginsIn={asked.period !== null}
            copyOf={copyOf}
            onUndo={kept.undo}
            onRedo={kept.redo}
          />
        </div>
        <div className="sheet-below">
          <p id="sheet-help" className="field-help">
            {words.howTo(isShare(indicator))}
          </p>
          <Letters />
          {mayWrite && (
            <AddPeriod
              kind={indicator.cadence.periodKind}
              today={today}
              allowsFuture={work.allowsFuture}
              onAllowFuture={(allowsFuture) => kept.set({ allowsFuture })}
              onAdd={(period) => kept.set({ periods: [...work.periods, period] })}
            />
          )}
        </div>
        {paste !== null && (
          <PasteNotice
            paste={paste}
            nameOf={(code) => periodNames.get(code) ?? code}
            onTurn={() => {
              kept.undo()
              place(upsideDown(paste.clipboard, isTurned), !paste.isReversed)
            }}
          />
        )}
        {marks.length > 0 && (
          <div className="notice" data-tone="doubt" role="alert">
            <p>
              {words.openMarks(marks.length)}{' '}
              <Button onPress={() => writeTexts(marks.map((name) => [name, '0']))}>{words.isZero}</Button>{' '}
              <Button onPress={() => writeTexts(marks.map((name) => [name, 'O']))}>{words.isMissing}</Button>
            </p>
          </div>
        )}
        <SaidOfCellsList title={words.problems(wrong.length)} said={wrong} onGo={goTo} />
        <SaidOfCellsList
          title={words.findings}
          said={found.map((one) => {
            const name = cellName(one.series, one.period)
            return { name, label: labelOf(name), text: one.text[locale], weight: one.weight }
          })}
          onGo={goTo}
        />
      </div>
      <div className="figures-side">
        {trial.data?.preview.document && published.data !== undefined ? (
          <LiveView
            document={trial.data.preview.document}
            published={published.data}
            preview={trial.data.preview}
            isBehind={trial.isBehind}
          />
        ) : trial.error !== null && refused.size === 0 ? (
          <Failed error={trial.error} retry={trial.refetch} />
        ) : (
          <Loading />
        )}
        {cellInHand !== null && inHand.column && (
          <CellPanel
            key={`${cellInHand.name} ${cellInHand.draft.text} ${JSON.stringify(cellInHand.draft.about)}`}
            name={labelOf(cellInHand.name)}
            cell={cellInHand}
            problem={problemOf(cellInHand, refused.get(cellInHand.name))}
            provenances={provenances}
            mayWrite={mayWrite}
            onWrite={(part) => change1(cellInHand.name, part)}
          />
        )}
      </div>
      {mayWrite && (
        <div className="figures-bottom">
          {error !== null && refused.size === 0 && <Failed error={error} />}
          <SaveBar
            count={typed.length}
            reason={work.reason}
            onReason={(reason) => kept.set({ reason })}
            onSave={onSave}
            onDiscard={() => {
              kept.clear()
              save.reset()
            }}
            isSaving={save.isPending}
          />
        </div>
      )}
      <EraseDialog
        count={erasing.length}
        onErase={() => {
          writeTexts(erasing.map((name) => [name, '']))
          setErasing([])
        }}
        onMissing={() => {
          writeTexts(erasing.map((name) => [name, 'O']))
          setErasing([])
        }}
        onClose={() => setErasing([])}
      />
    </div>
  )
}
