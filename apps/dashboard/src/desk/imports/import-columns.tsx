import { useMutation, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Dimension } from '@pejling/domain/dimension'
import { columnRoles, isColumnRole, MappedRole, type Mapping } from '@pejling/domain/intake/mapping'
import type { ImportDetail, ImportPatch } from '@pejling/domain/workspace/imports'
import { useState, type JSX } from 'react'
import { textOf } from '../client/locale.ts'
import { allOf } from '../client/queries.ts'
import { Button } from '../widgets/button.tsx'
import { Choice } from '../widgets/choice.tsx'
import { TextField } from '../widgets/field.tsx'
import { Failed } from '../widgets/state.tsx'
import { importAddress, sayOfFile } from './import-queries.ts'
import { ImportQuestions } from './import-questions.tsx'
import { words } from './import-words.ts'

type Said = Partial<Mapping>

interface Props {
  readonly file: ImportDetail
  readonly mapping: Mapping
  readonly say: (part: Said) => void
}

/** How the file is read as a whole: sheet, headings, decimal mark. */
function Settings({ file, mapping, say }: Props): JSX.Element {
  const { sheets } = file
  return (
    <div className="file-settings">
      {sheets.length > 1 && (
        <Choice
          label={words.sheet}
          options={sheets.map((name) => ({ value: name, label: name }))}
          value={mapping.sheet}
          onChange={(sheet) => say({ sheet })}
        />
      )}
      <TextField
        label={words.headingRow}
        inputMode="numeric"
        value={String(mapping.headingRow)}
        onChange={(text) => say({ headingRow: Number(text) || 1 })}
      />
      <TextField
        label={words.headingRows}
        inputMode="numeric"
        value={String(mapping.headingRows)}
        onChange={(text) => say({ headingRows: Math.min(5, Number(text) || 0) })}
      />
      <Choice
        label={words.decimal}
        options={[
          { value: ',', label: words.decimals[','] },
          { value: '.', label: words.decimals['.'] },
          { value: 'unclear', label: words.decimals.unclear },
        ]}
        value={mapping.decimal ?? 'unclear'}
        onChange={(decimal) => say({ decimal: decimal === 'unclear' ? null : decimal })}
      />
      <Choice
        label={words.fractions}
        options={[
          { value: 'percent', label: words.fractionChoices.percent },
          { value: 'fraction', label: words.fractionChoices.fraction },
          { value: 'unclear', label: words.fractionChoices.unclear },
        ]}
        value={mapping.fractions ?? 'unclear'}
        onChange={(fractions) => say({ fractions: fractions === 'unclear' ? null : fractions })}
      />
      <TextField
        label={words.period}
        help={words.periodHelp}
        value={mapping.period ?? ''}
        onChange={(period) => say({ period: period === '' ? null : period })}
      />
    </div>
  )
}

function ColumnTable({ file: { columns, outcome }, mapping, say }: Props): JSX.Element {
  const dimensions = useQuery(allOf(Dimension, '/dimensions')).data ?? []
  const options: readonly { readonly value: MappedRole; readonly label: string }[] = [
    ...dimensions.map(({ slug, name }) => ({
      value: MappedRole.parse(`dim:${slug}`),
      label: words.dimension(textOf(name)),
    })),
    ...columnRoles.map((role) => ({ value: role, label: words.roles[role] })),
  ]
  const figures = outcome === null ? [] : [...outcome.examples.added, ...outcome.examples.changed]
  return (
    <div className="table-scroll">
      <table className="list import-columns">
        <thead>
          <tr>
            <th scope="col">{words.column}</th>
            <th scope="col">{words.examples}</th>
            <th scope="col">{words.meaning}</th>
            <th scope="col">{words.stored}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ letters, headings, examples }, index) => {
            const role = mapping.roles[index] ?? 'unclear'
            const blank = mapping.blanks[String(index)]
            const heading = headings.join(' ')
            const figure = figures.find(({ column }) => column === index)
            return (
              <tr key={letters}>
                <th scope="row">
                  {heading === '' ? letters : heading}
                  <span className="second-line">{letters}</span>
                </th>
                <td>{examples.join(' · ')}</td>
                <td>
                  <Choice
                    label={words.meaningOf(letters, heading)}
                    options={options}
                    value={role}
                    onChange={(next) => say({ roles: mapping.roles.with(index, next) })}
                  />
                  {blank !== undefined && (
                    <>
                      <span className="second-line">{words.blank}</span>
                      <Choice
                        label={`${words.blank}: ${letters}`}
                        options={[
                          { value: 'above', label: words.blanks.above },
                          { value: 'total', label: words.blanks.total },
                        ]}
                        value={blank}
                        onChange={(meaning) => say({ blanks: { ...mapping.blanks, [index]: meaning } })}
                      />
                    </>
                  )}
                </td>
                <td>
                  {figure ? textOf(figure.after) : '–'}
                  <span className="second-line">{figure?.period ?? (isColumnRole(role) ? '' : examples[0])}</span>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** What each column of the file means, and what the file leaves open. */
export function ImportColumns({
  file,
  mapping,
  etag,
}: {
  readonly file: ImportDetail
  readonly mapping: Mapping
  readonly etag: string | null
}): JSX.Element {
  const { history } = useRouter()
  const { number, outcome } = file
  const [said, setSaid] = useState<Said>({})
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({})
  const send = useMutation({
    mutationFn: (patch: ImportPatch) => sayOfFile(number, patch, etag),
    onSuccess: (after) => {
      const { sheet } = said
      const isElsewhere = sheet !== undefined && sheet !== mapping.sheet
      if (!isElsewhere && after.outcome?.questions.length === 0 && after.outcome.faults.length === 0) {
        history.push(importAddress(number, 'aendringer'))
      }
    },
  })
  const say = (part: Said): void => {
    setSaid((before) => ({ ...before, ...part }))
    if (part.sheet !== undefined) send.mutate({ mapping: part })
  }
  const now: Mapping = { ...mapping, ...said }
  const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== ''))
  return (
    <>
      <p>{words.columnsLead}</p>
      {outcome !== null && outcome.faults.length > 0 && (
        <div className="notice" data-tone="error" role="alert">
          {outcome.faults.map((fault) => (
            <p key={fault.en}>{textOf(fault)}</p>
          ))}
        </div>
      )}
      <ImportQuestions
        questions={outcome?.questions ?? []}
        answers={answers}
        onAnswer={(id, value) => setAnswers((before) => ({ ...before, [id]: value }))}
      />
      <section>
        <ColumnTable file={file} mapping={now} say={say} />
        <Settings file={file} mapping={now} say={say} />
      </section>
      {send.error !== null && <Failed error={send.error} />}
      <div className="import-foot">
        <Button
          weight="primary"
          isPending={send.isPending}
          onPress={() => send.mutate({ mapping: said, answers: given })}
        >
          {words.next}
        </Button>
      </div>
    </>
  )
}
