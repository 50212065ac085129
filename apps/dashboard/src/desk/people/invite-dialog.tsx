import { useMutation } from '@tanstack/react-query'
import type { Role } from '@pejling/domain/role'
import { InvitedPeople, type WorkspacePerson } from '@pejling/domain/workspace/people'
import { useState, type JSX } from 'react'
import type { z } from 'zod'
import { refreshAll } from '../client/queries.ts'
import { request } from '../client/request.ts'
import { TableScroll } from '../../components/table-scroll.tsx'
import { Button } from '../widgets/button.tsx'
import { Choice } from '../widgets/choice.tsx'
import { Dialog } from '../widgets/dialog.tsx'
import { TextField } from '../widgets/field.tsx'
import { Failed } from '../widgets/state.tsx'
import { CopyButton } from './copy-button.tsx'
import { words } from './people-words.ts'
import { problemsOf, readPeople } from './read-people.ts'
import { roleOptions } from './role-words.ts'

type Invited = z.output<typeof InvitedPeople>['people']

/** The links of those who have just been invited. */
function Links({ people, onClose }: { readonly people: Invited; readonly onClose: () => void }): JSX.Element {
  const [first] = people
  const days = first?.invitation.days ?? 0
  const asText = people
    .map(({ person, invitation }) => `${person.name}\t${person.email}\t${invitation.link}`)
    .join('\n')
  return (
    <>
      <output className="said">
        <strong>{words.invited(people.length)}</strong>{' '}
        {first?.invitation.isMailed === true ? words.mailed(days) : words.notMailed(days)}
      </output>
      <TableScroll label={words.link}>
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.email}</th>
              <th scope="col">{words.link}</th>
            </tr>
          </thead>
          <tbody>
            {people.map(({ person, invitation }) => (
              <tr key={person.id}>
                <th scope="row">{person.name}</th>
                <td>{person.email}</td>
                <td>
                  <CopyButton text={invitation.link} what={words.copyOf(`link: ${person.name}`)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <div className="dialog-foot">
        <CopyButton text={asText} what={words.copyAll} label={words.copyAll} />
        <Button weight="primary" onPress={onClose}>
          {words.done}
        </Button>
      </div>
    </>
  )
}

/** Invites one or many by pasting their addresses: what was understood is shown, and one press invites all. */
export function InviteDialog({
  known,
  onClose,
}: {
  readonly known: readonly WorkspacePerson[]
  readonly onClose: () => void
}): JSX.Element {
  const [text, setText] = useState('')
  const [role, setRole] = useState<Role>('contributor')
  const [renamed, setRenamed] = useState<Readonly<Record<string, string>>>({})
  const people = readPeople(text).map((one) => ({ ...one, name: renamed[one.email] ?? one.name }))
  const problems = problemsOf(people, known)
  const ready = people.filter((_one, index) => problems[index] === null)
  const invite = useMutation({
    mutationFn: () =>
      request(InvitedPeople, 'POST', '/people', {
        body: { people: ready.map(({ name, email }) => ({ name, email, role })) },
      }),
    onSuccess: () => refreshAll(),
  })
  const invited = invite.data?.value.people
  return (
    <Dialog title={words.invitePeople} isOpen onClose={onClose} isAlert size="wide">
      {invited !== undefined ? (
        <Links people={invited} onClose={onClose} />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            invite.mutate()
          }}
        >
          <TextField label={words.paste} help={words.pasteHelp} value={text} onChange={setText} rows={5} autoFocus />
          <Choice label={words.roleForAll} options={roleOptions} value={role} onChange={setRole} />
          {people.length > 0 && (
            <section>
              <h3>{words.preview}</h3>
              <p aria-live="polite">{words.understood(ready.length, people.length - ready.length)}</p>
              <TableScroll label={words.preview}>
                <table className="list">
                  <thead>
                    <tr>
                      <th scope="col">{words.name}</th>
                      <th scope="col">{words.email}</th>
                      <th scope="col">{words.state}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {people.map(({ name, email, line }, index) => {
                      const problem = problems[index] ?? null
                      return (
                        // The same line may be there twice, and lines keep their order.
                        <tr key={`${email} ${line} ${problem}`}>
                          <td>
                            {email === '' ? (
                              line
                            ) : (
                              <input
                                className="cell-field"
                                aria-label={words.nameOf(email)}
                                value={name}
                                onChange={(event) => setRenamed({ ...renamed, [email]: event.target.value })}
                              />
                            )}
                          </td>
                          <td>{email}</td>
                          <td>
                            {problem === null ? (
                              words.ready
                            ) : (
                              <span className="field-error">{words.problems[problem]}</span>
                            )}
                          </td>
                        </tr>
                      )
                    })}
                  </tbody>
                </table>
              </TableScroll>
            </section>
          )}
          {invite.error !== null && <Failed error={invite.error} />}
          <div className="dialog-foot">
            <Button onPress={onClose}>{words.cancel}</Button>
            <Button weight="primary" type="submit" isDisabled={ready.length === 0} isPending={invite.isPending}>
              {words.send(ready.length)}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  )
}
