import { useMutation, useQuery } from '@tanstack/react-query'
import { Connection, VariableRole } from '@pejling/domain/connection/connection'
import { Dimension } from '@pejling/domain/dimension'
import { ConnectionPreview, type DescribedTable } from '@pejling/domain/workspace/connections'
import { useState, type JSX } from 'react'
import type { z } from 'zod'
import { numberInWords, textOf } from '../client/locale.ts'
import { allOf, refreshAll } from '../client/queries.ts'
import { request } from '../client/request.ts'
import { Button } from '../widgets/button.tsx'
import { Choice } from '../widgets/choice.tsx'
import { report } from '../widgets/messages.tsx'
import { Failed } from '../widgets/state.tsx'
import { Ticks } from '../widgets/tick.tsx'
import { countsOf, saveConnection } from './connection-queries.ts'
import { words } from './connection-words.ts'

type Table = z.infer<typeof DescribedTable>
type Variable = Table['variables'][number]
interface Chosen {
  readonly role: VariableRole | 'left-out'
  readonly values: readonly string[]
}

/** Cells of a preview that are shown. */
const mostShown = 50

const firstChoice = ({ isTime, code, mayBeLeftOut, values }: Variable): Chosen => {
  if (isTime) return { role: 'period', values: [] }
  if (/^(omr|kom|reg)/i.test(code)) return { role: 'area', values: [] }
  return mayBeLeftOut
    ? { role: 'left-out', values: [] }
    : { role: 'fixed', values: values.slice(0, 1).map((one) => one.code) }
}

const text = (value: number | null | undefined, decimals: number): string =>
  value === null || value === undefined ? '–' : numberInWords(value, decimals)

function Preview({ preview }: { readonly preview: z.infer<typeof ConnectionPreview> }): JSX.Element {
  const cells = (preview.changes?.indicators ?? []).flatMap(({ observations, decimals }) =>
    observations.map((one) => ({ ...one, decimals })),
  )
  return (
    <section aria-labelledby="would-come">
      <h3 id="would-come">{words.wouldCome}</h3>
      <p>{countsOf(preview.result)}</p>
      {preview.result.passedOver.map((one) => (
        <p key={one.en} className="field-help">
          {textOf(one)}
        </p>
      ))}
      {cells.length === 0 ? (
        <p>{words.same}</p>
      ) : (
        <div className="table-scroll">
          <table className="list">
            <thead>
              <tr>
                <th scope="col">{words.series}</th>
                <th scope="col">{words.period}</th>
                <th scope="col">{words.before}</th>
                <th scope="col">{words.after}</th>
              </tr>
            </thead>
            <tbody>
              {cells.slice(0, mostShown).map(({ series, seriesName, period, before, after, decimals }) => (
                <tr key={`${series} ${period}`}>
                  <th scope="row">{textOf(seriesName)}</th>
                  <td>{period}</td>
                  <td>{text(before?.value, decimals)}</td>
                  <td>{text(after?.value, decimals)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

/** What of a table is taken, and what it becomes; tried before it is kept. */
export function ChooseValues({
  slug,
  etag,
  source,
  table,
}: {
  readonly slug: string
  readonly etag: string | null
  readonly source: string
  readonly table: Table
}): JSX.Element {
  const dimensions = useQuery(allOf(Dimension, '/dimensions')).data ?? []
  const [chosen, setChosen] = useState<Readonly<Record<string, Chosen>>>(
    Object.fromEntries(table.variables.map((one) => [one.code, firstChoice(one)])),
  )
  const made = (): Connection =>
    Connection.parse({
      source,
      table: table.table,
      variables: table.variables.flatMap(({ code }) => {
        const { role, values } = chosen[code] ?? { role: 'left-out', values: [] }
        return role === 'left-out' ? [] : [{ code, role, values: values.length === 0 ? ['*'] : values, per: null }]
      }),
      scale: 1,
      every: 'month',
    })
  const preview = useMutation({
    mutationFn: async () => request(ConnectionPreview, 'POST', `/connections/${slug}/preview`, { body: made() }),
  })
  const save = useMutation({
    mutationFn: async () => saveConnection(slug, made(), etag),
    onSuccess: async ({ changeSet }) => {
      report({ text: words.saved, changeSet })
      await refreshAll()
    },
  })
  const roles: readonly { readonly value: Chosen['role']; readonly label: string }[] = [
    { value: 'area', label: words.roles.area },
    { value: 'period', label: words.roles.period },
    { value: 'fixed', label: words.roles.fixed },
    ...dimensions.map(({ slug: dimension, name }) => ({
      value: VariableRole.parse(`dim:${dimension}`),
      label: words.dimension(textOf(name)),
    })),
  ]
  return (
    <div>
      <h3>
        {table.table} {table.name}
      </h3>
      {table.variables.map(({ code, name, mayBeLeftOut, values }) => {
        const { role, values: taken } = chosen[code] ?? { role: 'left-out', values: [] }
        const set = (part: Partial<Chosen>): void => {
          preview.reset()
          setChosen((before) => ({ ...before, [code]: { role, values: taken, ...part } }))
        }
        return (
          <div key={code}>
            <Choice
              label={name}
              options={mayBeLeftOut ? [...roles, { value: 'left-out', label: words.leaveOut }] : roles}
              value={role}
              onChange={(next) => set({ role: next })}
            />
            {role !== 'left-out' && (
              <details>
                <summary>
                  {taken.length === 0 ? words.allOf(values.length) : `${taken.length} / ${values.length}`}
                </summary>
                <div className="value-list">
                  <Ticks
                    label={words.whichValues(name, values.length)}
                    options={values.map((one) => ({ value: one.code, label: one.name }))}
                    value={taken}
                    onChange={(next) => set({ values: next })}
                  />
                </div>
              </details>
            )}
          </div>
        )
      })}
      {preview.error !== null && <Failed error={preview.error} />}
      {save.error !== null && <Failed error={save.error} />}
      {preview.data && <Preview preview={preview.data.value} />}
      <div className="connection-foot">
        <Button isPending={preview.isPending} onPress={() => preview.mutate()}>
          {words.preview}
        </Button>
        <Button weight="primary" isDisabled={!preview.data} isPending={save.isPending} onPress={() => save.mutate()}>
          {words.save}
        </Button>
      </div>
    </div>
  )
}
