import { useMutation, useQuery } from '@tanstack/react-query'
import { OneTimePassword, PersonInvitation, WorkspacePerson, type PersonPatch } from '@pejling/domain/workspace/people'
import { useState, type JSX } from 'react'
import { z } from 'zod'
import { useMe } from '../client/me.ts'
import { oneOf, refreshAll } from '../client/queries.ts'
import { request } from '../client/request.ts'
import { Button } from '../widgets/button.tsx'
import { Choice } from '../widgets/choice.tsx'
import { Dialog } from '../widgets/dialog.tsx'
import { TextField } from '../widgets/field.tsx'
import { report } from '../widgets/messages.tsx'
import { Failed, Loaded } from '../widgets/state.tsx'
import { Secret } from './copy-button.tsx'
import { words } from './people-words.ts'
import { roleOptions } from './role-words.ts'

/** Something that cannot be undone: it asks once more where it is pressed. */
function Careful({
  label,
  note,
  isPending,
  onPress,
}: {
  readonly label: string
  readonly note: string
  readonly isPending: boolean
  readonly onPress: () => void
}): JSX.Element {
  const [isAsked, setAsked] = useState(false)
  return (
    <div className="account-step">
      {isAsked ? (
        <Button weight="danger" isPending={isPending} onPress={onPress}>
          {words.sure(label.toLocaleLowerCase())}
        </Button>
      ) : (
        <Button onPress={() => setAsked(true)}>{label}</Button>
      )}
      <span className="field-help">{note}</span>
    </div>
  )
}

function Fields({
  person,
  etag,
  onClose,
}: {
  readonly person: WorkspacePerson
  readonly etag: string | null
  readonly onClose: () => void
}): JSX.Element {
  const isOwn = useMe().email === person.email
  const [name, setName] = useState(person.name)
  const [role, setRole] = useState(person.role)
  const path = `/people/${person.id}`
  const change = useMutation({
    mutationFn: ({ patch }: { readonly patch: PersonPatch; readonly said: string }) =>
      request(WorkspacePerson, 'PATCH', path, { body: patch, match: etag }),
    onSuccess: async (_answer, { said }) => {
      report({ text: said })
      onClose()
      await refreshAll()
    },
  })
  const invite = useMutation({ mutationFn: () => request(PersonInvitation, 'POST', `${path}/invitation`) })
  const password = useMutation({ mutationFn: () => request(OneTimePassword, 'POST', `${path}/password`) })
  const forget = useMutation({
    mutationFn: () => request(z.undefined(), 'DELETE', path, { match: etag }),
    onSuccess: async () => {
      report({ text: words.forgotten })
      onClose()
      await refreshAll()
    },
  })
  const error = change.error ?? invite.error ?? password.error ?? forget.error
  const given = password.data?.value
  const invited = invite.data?.value
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const patch = { ...(name !== person.name && { name }), ...(role !== person.role && { role }) }
          change.mutate({ patch, said: words.saved(name) })
        }}
      >
        <p className="field-help">{person.email}</p>
        <TextField label={words.name} value={name} onChange={setName} isRequired />
        {isOwn ? (
          <p>{words.own}</p>
        ) : (
          <Choice label={words.role} options={roleOptions} value={role} onChange={setRole} />
        )}
        {error !== null && <Failed error={error} />}
        <div className="dialog-foot">
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button weight="primary" type="submit" isPending={change.isPending}>
            {words.save}
          </Button>
        </div>
      </form>
      {!isOwn && (
        <section aria-label={words.account} className="account-steps">
          <h3>{words.account}</h3>
          {person.closed ? (
            <Button
              isPending={change.isPending}
              onPress={() => change.mutate({ patch: { closed: false }, said: words.openedNow(person.name) })}
            >
              {words.open}
            </Button>
          ) : (
            <>
              <div className="account-step">
                <Button isPending={invite.isPending} onPress={() => invite.mutate()}>
                  {words.inviteAgain}
                </Button>
              </div>
              {invited !== undefined && <Secret label={words.newLink} text={invited.link} />}
              <Careful
                label={words.password}
                note={words.passwordNote}
                isPending={password.isPending}
                onPress={() => password.mutate()}
              />
              {given !== undefined && (
                <>
                  <output className="said">{words.passwordShown(given.days)}</output>
                  <Secret label={words.oneTime} text={given.password} />
                </>
              )}
              <div className="account-step">
                <Button
                  isPending={change.isPending}
                  onPress={() => change.mutate({ patch: { closed: true }, said: words.closedNow(person.name) })}
                >
                  {words.close}
                </Button>
                <span className="field-help">{words.closeNote}</span>
              </div>
            </>
          )}
          <Careful
            label={words.forget}
            note={words.forgetNote}
            isPending={forget.isPending}
            onPress={() => forget.mutate()}
          />
        </section>
      )}
    </>
  )
}

/** Changes a person’s name and role, and what becomes of their account. */
export function PersonDialog({
  person,
  onClose,
}: {
  readonly person: WorkspacePerson
  readonly onClose: () => void
}): JSX.Element {
  const query = useQuery(oneOf(WorkspacePerson, `/people/${person.id}`))
  return (
    <Dialog title={person.name} isOpen onClose={onClose}>
      <Loaded query={query}>{({ value, etag }) => <Fields person={value} etag={etag} onClose={onClose} />}</Loaded>
    </Dialog>
  )
}
