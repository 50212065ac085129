import { useMutation, useQuery } from '@tanstack/react-query'
import { deskParameters } from '@pejling/addresses/words'
import type { Text } from '@pejling/domain/text'
import { folded } from '@pejling/domain/text/folded'
import { Assignments, type Assignment, type AssignmentChange } from '@pejling/domain/workspace/assignments'
import { useState, type JSX } from 'react'
import { z } from 'zod'
import { TableScroll } from '../../components/table-scroll.tsx'
import { textOf } from '../client/locale.ts'
import { oneOf, refreshAll } from '../client/queries.ts'
import { request } from '../client/request.ts'
import { useSearchState } from '../client/search.ts'
import { Button } from '../widgets/button.tsx'
import { Choice, type Option } from '../widgets/choice.tsx'
import { TextField } from '../widgets/field.tsx'
import { report } from '../widgets/messages.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { Empty, Failed, Loaded } from '../widgets/state.tsx'
import { Tick } from '../widgets/tick.tsx'
import { CellChoice } from './cell-choice.tsx'
import { OfficeDialog } from './office-dialog.tsx'
import { words } from './assignments-words.ts'
import './people.css'

const { search, goal: goalName, owner, state: stateName } = deskParameters
const text = z.string().catch('')
const Search = z.object({ [search]: text, [goalName]: text, [owner]: text, [stateName]: text })
/** A filter that lets everything through; in a choice for many rows, that nothing is changed. */
const any = 'alle'
/** Nobody, where an empty value would mean something else. */
const nobody = 'ingen'
const other = 'andet'

type Role = 'office' | 'keeper' | 'deputy'
const roles: readonly Role[] = ['office', 'keeper', 'deputy']

const byName = (a: Option, b: Option): number => a.label.localeCompare(b.label, 'da')

const officeKey = (office: Text | null): string => (office === null ? '' : JSON.stringify([office.da, office.en]))

/** The offices that indicators have, by what they are chosen by. */
const officesOf = (indicators: readonly Assignment[]): ReadonlyMap<string, Text> =>
  new Map(indicators.flatMap(({ office }) => (office === null ? [] : [[officeKey(office), office] as const])))

const valueOf = (one: Assignment, role: Role): string => (role === 'office' ? officeKey(one.office) : (one[role] ?? ''))

interface Asked {
  readonly role: Role
  readonly indicators: readonly string[]
}

function Table({ assignments: { indicators, people } }: { readonly assignments: Assignments }): JSX.Element {
  const [given, change] = useSearchState(Search)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [many, setMany] = useState<Readonly<Record<Role, string>>>({ office: any, keeper: any, deputy: any })
  const [asked, setAsked] = useState<Asked | null>(null)
  const save = useMutation({
    mutationFn: (changes: readonly AssignmentChange[]) =>
      request(Assignments, 'POST', '/assignments', { body: { changes } }),
    onSuccess: async ({ changeSet }, changes) => {
      report({ text: words.saved(changes.length), changeSet })
      await refreshAll()
    },
  })
  const offices = officesOf(indicators)
  const officeOptions = [...offices].map(([value, office]) => ({ value, label: textOf(office) })).toSorted(byName)
  const peopleOptions = people.map(({ email, name }) => ({ value: email, label: name }))
  const optionsOf = (role: Role, empty: Option): readonly Option[] =>
    role === 'office'
      ? [empty, ...officeOptions, { value: other, label: words.otherOffice }]
      : [empty, ...peopleOptions]
  const changeOf = (indicator: string, role: Role, value: string): AssignmentChange => {
    const chosen = value === '' || value === nobody ? null : value
    return { indicator, [role]: role === 'office' && chosen !== null ? (offices.get(chosen) ?? null) : chosen }
  }
  const sought = given[search] ?? ''
  const [goal, office, state] = [given[goalName] ?? '', given[owner] ?? '', given[stateName] ?? '']
  const rows = indicators.filter(
    (one) =>
      [one.name.da, one.name.en, one.indicator].some((name) => folded(name).includes(folded(sought))) &&
      (goal === '' || one.goals.includes(goal)) &&
      (office === '' || officeKey(one.office) === office) &&
      (state === '' || (state === 'kontor' ? one.office === null : one.keeper === null)),
  )
  const shown = rows.filter(({ indicator }) => ticked.has(indicator)).map(({ indicator }) => indicator)
  const goals = [...new Set(indicators.flatMap((one) => one.goals))].toSorted((a, b) =>
    a.localeCompare(b, 'da', { numeric: true }),
  )
  const tick = (indicator: string, isTicked: boolean): void => {
    const next = new Set(ticked)
    if (isTicked) next.add(indicator)
    else next.delete(indicator)
    setTicked(next)
  }
  const apply = (): void => {
    if (many.office === other) {
      setAsked({ role: 'office', indicators: shown })
      return
    }
    const changes = shown.map((indicator) =>
      Object.assign(
        { indicator },
        ...roles.filter((role) => many[role] !== any).map((role) => changeOf(indicator, role, many[role])),
      ),
    )
    save.mutate(changes)
  }
  const chooseInRow = (one: Assignment, role: Role) => (value: string) => {
    if (role === 'office' && value === other) setAsked({ role, indicators: [one.indicator] })
    else save.mutate([changeOf(one.indicator, role, value)])
  }
  return (
    <>
      <div className="filters">
        <TextField
          label={words.search}
          type="search"
          value={sought}
          onChange={(value) => change({ [search]: value })}
        />
        <Choice
          label={words.goal}
          value={goal || any}
          options={[{ value: any, label: words.allGoals }, ...goals.map((value) => ({ value, label: value }))]}
          onChange={(value) => change({ [goalName]: value === any ? '' : value })}
        />
        <Choice
          label={words.office}
          value={office || any}
          options={[{ value: any, label: words.allOffices }, ...officeOptions]}
          onChange={(value) => change({ [owner]: value === any ? '' : value })}
        />
        <Choice
          label={words.missing}
          value={state || any}
          options={[
            { value: any, label: words.all },
            { value: 'indberetter', label: words.noProvider },
            { value: 'kontor', label: words.noOffice },
          ]}
          onChange={(value) => change({ [stateName]: value === any ? '' : value })}
        />
      </div>
      <p className="field-help" aria-live="polite">
        {words.count(rows.length, indicators.length)}
      </p>
      {save.error !== null && <Failed error={save.error} />}
      {rows.length === 0 ? (
        <Empty>{words.none}</Empty>
      ) : (
        <TableScroll label={words.title}>
          <table className="list">
            <thead>
              <tr>
                <th scope="col">
                  <Tick
                    aria-label={words.tickAll}
                    isSelected={shown.length === rows.length}
                    isIndeterminate={shown.length > 0 && shown.length < rows.length}
                    onChange={(isTicked) => setTicked(new Set(isTicked ? rows.map((one) => one.indicator) : []))}
                  >
                    {null}
                  </Tick>
                </th>
                <th scope="col">{words.indicator}</th>
                {roles.map((role) => (
                  <th key={role} scope="col">
                    {words[role]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((one) => (
                <tr key={one.indicator}>
                  <td>
                    <Tick
                      aria-label={words.tick(textOf(one.name))}
                      isSelected={ticked.has(one.indicator)}
                      onChange={(isTicked) => tick(one.indicator, isTicked)}
                    >
                      {null}
                    </Tick>
                  </td>
                  <th scope="row">
                    {textOf(one.name)}
                    <span className="second-line">{one.goals.join(', ')}</span>
                  </th>
                  {roles.map((role) => (
                    <td key={role}>
                      <CellChoice
                        label={words.of(words[role], textOf(one.name))}
                        value={valueOf(one, role)}
                        options={optionsOf(role, { value: '', label: words.nobody })}
                        onChange={chooseInRow(one, role)}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {shown.length > 0 && (
        <section className="many" aria-label={words.ticked(shown.length)}>
          <strong aria-live="polite">{words.ticked(shown.length)}</strong>
          {roles.map((role) => (
            <div key={role}>
              <span className="field-help" aria-hidden="true">
                {words[role]}
              </span>
              <CellChoice
                label={words.of(words[role], words.ticked(shown.length))}
                value={many[role]}
                options={[
                  { value: any, label: words.keep },
                  ...optionsOf(role, { value: nobody, label: words.nobody }),
                ]}
                onChange={(value) => setMany({ ...many, [role]: value })}
              />
            </div>
          ))}
          <Button
            weight="primary"
            isPending={save.isPending}
            isDisabled={roles.every((role) => many[role] === any)}
            onPress={apply}
          >
            {words.apply}
          </Button>
        </section>
      )}
      {asked !== null && (
        <OfficeDialog
          onClose={() => setAsked(null)}
          onUse={(chosen) => {
            save.mutate(asked.indicators.map((indicator) => ({ indicator, office: chosen })))
            setAsked(null)
          }}
        />
      )}
    </>
  )
}

/** All indicators with the office and the people that have to do with them, on one page. */
export function Page(): JSX.Element {
  const query = useQuery(oneOf(Assignments, '/assignments'))
  return (
    <Framed title={words.title} lead={words.lead}>
      <Loaded query={query}>{({ value }) => <Table assignments={value} />}</Loaded>
    </Framed>
  )
}
