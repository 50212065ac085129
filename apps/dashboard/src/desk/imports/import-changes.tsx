import { useMutation } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { deskParameters } from '@pejling/addresses/words'
import { listedAtMost, mayBeApplied, type ImportOutcome } from '@pejling/domain/intake/outcome'
import type { ImportDetail } from '@pejling/domain/workspace/imports'
import { useState, type JSX } from 'react'
import { z } from 'zod'
import { numberInWords, textOf } from '../client/locale.ts'
import { refreshAll } from '../client/queries.ts'
import { useSearchState } from '../client/search.ts'
import { Assessment } from '../widgets/assessment.tsx'
import { Button } from '../widgets/button.tsx'
import { DeskLink } from '../widgets/desk-link.tsx'
import { report } from '../widgets/messages.tsx'
import { Failed } from '../widgets/state.tsx'
import { Tick } from '../widgets/tick.tsx'
import { apply, cellName, importAddress } from './import-queries.ts'
import { words } from './import-words.ts'

const Kind = z.enum(['added', 'changed', 'rejected'])
type Kind = z.infer<typeof Kind>
const { only } = deskParameters
const Search = z.object({ [only]: Kind.optional().catch(undefined) })

/** Rows of one page. */
const pageLength = 25

interface Row {
  readonly kind: Kind
  readonly cell: string
  readonly where: string
  readonly before: string
  readonly after: string
}

/** What becomes of each cell that is listed. */
function rowsOf({ examples, changes }: ImportOutcome): Row[] {
  const names = new Map(
    (changes?.indicators ?? []).flatMap(({ observations }) =>
      observations.map(({ series, seriesName }) => [series, textOf(seriesName)] as const),
    ),
  )
  const figures = (kind: 'added' | 'changed'): Row[] =>
    examples[kind].map((one) => ({
      kind,
      cell: cellName(one),
      where: `${names.get(one.series) ?? one.series}, ${one.period}`,
      before: one.before ? textOf(one.before) : '–',
      after: textOf(one.after),
    }))
  const rejected = examples.rejected.map((one) => ({
    kind: 'rejected' as const,
    cell: cellName(one),
    where: textOf(one.why),
    before: one.text,
    after: '–',
  }))
  return [...figures('changed'), ...figures('added'), ...rejected]
}

function Cells({ outcome }: { readonly outcome: ImportOutcome }): JSX.Element {
  const [{ [only]: kind }, change] = useSearchState(Search)
  const [page, setPage] = useState(0)
  const rows = rowsOf(outcome).filter((row) => kind === undefined || row.kind === kind)
  const first = page * pageLength
  const shown = rows.slice(first, first + pageLength)
  const all = outcome.added + outcome.changed + outcome.rejected
  const choose = (next: Kind | undefined): void => {
    setPage(0)
    change({ [only]: next })
  }
  return (
    <section>
      <div className="pills">
        <button type="button" className="pill" aria-pressed={kind === undefined} onClick={() => choose(undefined)}>
          {words.all} {numberInWords(all)}
        </button>
        {Kind.options.map((one) => (
          <button key={one} type="button" className="pill" aria-pressed={kind === one} onClick={() => choose(one)}>
            {words.kinds[one]} {numberInWords(outcome[one])}
          </button>
        ))}
      </div>
      <div className="table-scroll">
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{words.cell}</th>
              <th scope="col">{words.change}</th>
              <th scope="col">{words.where}</th>
              <th scope="col">{words.before}</th>
              <th scope="col">{words.after}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={`${row.kind} ${row.cell} ${row.where}`}>
                <th scope="row">{row.cell}</th>
                <td>{words.kinds[row.kind]}</td>
                <td>{row.where}</td>
                <td>{row.before}</td>
                <td>{row.after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > pageLength && (
        <div className="import-foot">
          <Button isDisabled={page === 0} onPress={() => setPage(page - 1)}>
            {words.previousPage}
          </Button>
          <span>{words.showing(first + 1, first + shown.length, rows.length)}</span>
          <Button isDisabled={first + pageLength >= rows.length} onPress={() => setPage(page + 1)}>
            {words.nextPage}
          </Button>
        </div>
      )}
      {Kind.options
        .filter((one) => outcome[one] > listedAtMost && (kind === undefined || kind === one))
        .map((one) => (
          <p key={one} className="field-help">
            {words.kinds[one]}: {words.listed(numberInWords(listedAtMost), numberInWords(outcome[one]))}
          </p>
        ))}
    </section>
  )
}

/** Why cells were refused, the harmful reasons first, and what was passed over. */
function Reasons({ outcome: { refusals, skipped } }: { readonly outcome: ImportOutcome }): JSX.Element {
  return (
    <>
      {refusals.length > 0 && (
        <section aria-labelledby="refusals">
          <h2 id="refusals">{words.refusals}</h2>
          {refusals.map(({ code, count, isHarmful, title, todo, first }) => (
            <div key={code} className="notice" data-tone={isHarmful ? 'error' : 'doubt'}>
              <p>
                <strong>
                  {textOf(title)}: {numberInWords(count)}
                </strong>{' '}
                ({first.map(cellName).join(', ')}
                {count > first.length ? ' …' : ''})
              </p>
              <p>{textOf(todo)}</p>
              {isHarmful && <p className="field-help">{words.harmful}</p>}
            </div>
          ))}
        </section>
      )}
      {skipped.length > 0 && (
        <section aria-labelledby="skipped">
          <h2 id="skipped">{words.skipped}</h2>
          <ul>
            {skipped.map(({ what, rows }) => (
              <li key={what.en}>
                {textOf(what)} ({words.rows(numberInWords(rows))})
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Assessments({ outcome: { changes, isPreviewed } }: { readonly outcome: ImportOutcome }): JSX.Element | null {
  if (!isPreviewed) return <p className="notice">{words.notPreviewed}</p>
  const changed = (changes?.indicators ?? []).flatMap(({ indicator, name, verdict }) =>
    verdict === null ? [] : [{ indicator, name, verdict }],
  )
  if (changed.length === 0) return null
  return (
    <section aria-labelledby="assessments">
      <h2 id="assessments">{words.assessments}</h2>
      <ul>
        {changed.map(({ indicator, name, verdict: { before, after } }) => (
          <li key={indicator}>
            {textOf(name)}: {before === null ? words.noAssessment : <Assessment verdict={before} />} →{' '}
            {after === null ? words.noAssessment : <Assessment verdict={after} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What the file would change, cell by cell, and the button that writes it. */
export function ImportChanges({
  file: { number, name },
  outcome,
}: {
  readonly file: ImportDetail
  readonly outcome: ImportOutcome
}): JSX.Element {
  const { history } = useRouter()
  const [isWithout, setWithout] = useState(false)
  const write = useMutation({
    mutationFn: () => apply(number, outcome.digest, isWithout),
    onSuccess: async ({ state, changeSet }) => {
      if (state !== 'applied') return
      report({ text: words.applied(name), changeSet })
      history.push(importAddress(number, 'faerdig'))
      await refreshAll()
    },
  })
  const isOpen = mayBeApplied(outcome)
  const { added, changed, unchanged, rejected } = outcome
  return (
    <>
      <p>
        <strong>
          {numberInWords(added)} {words.added}, {numberInWords(changed)} {words.changed}, {numberInWords(unchanged)}{' '}
          {words.unchanged}, {numberInWords(rejected)} {words.rejected}
        </strong>
      </p>
      {added + changed === 0 && <p className="notice">{words.nothing}</p>}
      <Reasons outcome={outcome} />
      <Assessments outcome={outcome} />
      {added + changed + rejected > 0 && <Cells outcome={outcome} />}
      {write.error !== null && <Failed error={write.error} />}
      {!isOpen && <p className="notice">{words.answerFirst}</p>}
      {isOpen && rejected > 0 && (
        <Tick isSelected={isWithout} onChange={setWithout}>
          {words.without(numberInWords(rejected))}
        </Tick>
      )}
      <div className="import-foot">
        <Button
          weight="primary"
          isDisabled={!isOpen || added + changed === 0 || (rejected > 0 && !isWithout)}
          isPending={write.isPending}
          onPress={() => write.mutate()}
        >
          {words.apply}
        </Button>
        <DeskLink to={importAddress(number, 'kolonner')}>{words.back}</DeskLink>
      </div>
    </>
  )
}
