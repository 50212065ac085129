import { useQuery } from '@tanstack/react-query'
import { deskPath } from '@pejling/addresses/desk'
import { deskParameters } from '@pejling/addresses/words'
import { folded } from '@pejling/domain/text/folded'
import { WorkspacePerson } from '@pejling/domain/workspace/people'
import { useState, type JSX } from 'react'
import { z } from 'zod'
import { TableScroll } from '../../components/table-scroll.tsx'
import { locale } from '../client/locale.ts'
import { useMe } from '../client/me.ts'
import { allOf } from '../client/queries.ts'
import { useSearchState } from '../client/search.ts'
import { Button } from '../widgets/button.tsx'
import { Choice } from '../widgets/choice.tsx'
import { DeskLink } from '../widgets/desk-link.tsx'
import { TextField } from '../widgets/field.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { Empty, Loaded } from '../widgets/state.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { PersonDialog } from './person-dialog.tsx'
import { words } from './people-words.ts'
import { roleOptions, roleWords } from './role-words.ts'
import './people.css'

const { search, role: roleName, state: stateName } = deskParameters
const text = z.string().catch('')
const Search = z.object({ [search]: text, [roleName]: text, [stateName]: text })
const any = 'alle'

const stateOf = ({ closed, awaited }: WorkspacePerson): 'open' | 'awaited' | 'closed' =>
  closed ? 'closed' : awaited ? 'awaited' : 'open'

function People({ people }: { readonly people: readonly WorkspacePerson[] }): JSX.Element {
  const me = useMe()
  const [given, change] = useSearchState(Search)
  const [open, setOpen] = useState<WorkspacePerson | null>(null)
  const [sought, role, state] = [given[search] ?? '', given[roleName] ?? '', given[stateName] ?? '']
  const rows = people.filter(
    (person) =>
      [person.name, person.email].some((one) => folded(one).includes(folded(sought))) &&
      (role === '' || person.role === role) &&
      (state === '' || stateOf(person) === state),
  )
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
          label={words.role}
          value={role || any}
          options={[{ value: any, label: words.anyRole }, ...roleOptions.map(({ value, label }) => ({ value, label }))]}
          onChange={(value) => change({ [roleName]: value === any ? '' : value })}
        />
        <Choice
          label={words.state}
          value={state || any}
          options={[
            { value: any, label: words.anyState },
            { value: 'open', label: words.states.open },
            { value: 'awaited', label: words.states.awaited },
            { value: 'closed', label: words.states.closed },
          ]}
          onChange={(value) => change({ [stateName]: value === any ? '' : value })}
        />
      </div>
      <p className="field-help" aria-live="polite">
        {words.count(rows.length, people.length)}
      </p>
      {rows.length === 0 ? (
        <Empty>{words.none}</Empty>
      ) : (
        <TableScroll label={words.title}>
          <table className="list">
            <thead>
              <tr>
                <th scope="col">{words.name}</th>
                <th scope="col">{words.email}</th>
                <th scope="col">{words.role}</th>
                <th scope="col">{words.state}</th>
                <th scope="col">
                  <span className="visually-hidden">{words.change}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((person) => (
                <tr key={person.id} data-closed={person.closed}>
                  <th scope="row">
                    {person.name} {person.email === me.email && <span className="field-help">({words.you})</span>}
                  </th>
                  <td>{person.email}</td>
                  <td>{roleWords[person.role].label}</td>
                  <td>{words.states[stateOf(person)]}</td>
                  <td className="row-action">
                    <Button weight="quiet" aria-label={words.changeOf(person.name)} onPress={() => setOpen(person)}>
                      {words.change}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {open !== null && <PersonDialog person={open} onClose={() => setOpen(null)} />}
    </>
  )
}

/** Everybody with an account: found, invited, changed, closed and opened again. */
export function Page(): JSX.Element {
  const query = useQuery(allOf(WorkspacePerson, '/people'))
  const [isInviting, setInviting] = useState(false)
  return (
    <Framed
      title={words.title}
      lead={words.lead}
      actions={
        <>
          <DeskLink to={deskPath(locale, 'signIns')}>{words.signIns}</DeskLink>
          <Button weight="primary" isDisabled={query.data === undefined} onPress={() => setInviting(true)}>
            {words.invite}
          </Button>
        </>
      }
    >
      <Loaded query={query}>{(people) => <People people={people} />}</Loaded>
      {isInviting && query.data !== undefined && <InviteDialog known={query.data} onClose={() => setInviting(false)} />}
    </Framed>
  )
}
