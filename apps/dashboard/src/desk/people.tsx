import { deskQuery } from '@pejling/addresses/desk'
import type { DeskView } from '@pejling/domain/desk/views'
import type { JSX } from 'react'
import { useDesk } from './desk-page.ts'
import { Field, FormProblem } from './forms.tsx'
import { peopleWords } from './people-messages.ts'
import { signInWords } from './sign-in-words.ts'
import { tokenWords } from './token-words.ts'
import { Tokens } from './tokens.tsx'

type View = Extract<DeskView, { readonly page: 'people' }>

function Person({
  person,
  mayInvite,
}: {
  readonly person: View['people'][number]
  readonly mayInvite: boolean
}): JSX.Element {
  const { words, href, locale } = useDesk()
  const own = peopleWords[locale]
  const roles = Object.entries(words.roles)
  const { id, name, email, role, closed, awaited } = person
  return (
    <li>
      <span>
        <strong>{name}</strong> {words.roles[role]}
        <br />
        <span className="note">
          {email}
          {closed && `, ${words.closed}`}
          {!closed && awaited && `, ${words.awaited}`}
        </span>
      </span>
      {closed && (
        <form method="post" action={href('people')}>
          <input type="hidden" name="email" value={email} />
          <button type="submit" name="action" value="open" aria-label={`${own.open}: ${name}`}>
            {own.open}
          </button>
        </form>
      )}
      {!closed && (
        <details>
          <summary aria-label={`${own.change}: ${name}`}>{own.change}</summary>
          <form className="desk-form" method="post" action={href('people')}>
            <input type="hidden" name="email" value={email} />
            <p className="desk-field">
              <label htmlFor={`name-${id}`}>{words.name}</label>
              <input id={`name-${id}`} name="name" defaultValue={name} required autoComplete="off" />
            </p>
            <Choice name="role" id={`role-${id}`} label={words.role} options={roles} chosen={role} />
            <button type="submit" name="action" value="change">
              {words.save}
            </button>
          </form>
          <form method="post" action={href('people')}>
            <input type="hidden" name="email" value={email} />
            <button type="submit" name="action" value="factors">
              {own.removeFactors}
            </button>
          </form>
          <p>
            <a href={href('history') + deskQuery([['account', id]])}>{words.titles.history}</a>
          </p>
        </details>
      )}
      {!closed && (
        <form className="desk-inline" method="post" action={href('people')}>
          <input type="hidden" name="email" value={email} />
          <button type="submit" name="action" value="password" aria-label={`${words.newPassword}: ${name}`}>
            {words.newPassword}
          </button>{' '}
          {mayInvite && (
            <button type="submit" name="action" value="invite" aria-label={`${signInWords[locale].invite}: ${name}`}>
              {signInWords[locale].invite}
            </button>
          )}{' '}
          <button type="submit" name="action" value="close" aria-label={`${words.close}: ${name}`}>
            {words.close}
          </button>
        </form>
      )}
    </li>
  )
}

function Choice({
  name,
  id = name,
  label,
  options,
  chosen,
}: {
  readonly name: string
  readonly id?: string
  readonly label: string
  readonly options: readonly (readonly [string, string])[]
  readonly chosen?: string
}): JSX.Element {
  return (
    <p className="desk-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} defaultValue={chosen}>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </p>
  )
}

/** Who has an account, what they may do, and the tokens of programs. */
export function People({ view }: { readonly view: View }): JSX.Element {
  const { words, locale, href } = useDesk()
  const { people, secret, problem, needsApproval, stopAskedBy } = view
  const own = peopleWords[locale]
  const roles = Object.entries(words.roles)
  return (
    <>
      {problem !== null && (
        <FormProblem>{{ ...words.peopleProblems, ...tokenWords[locale].problems }[problem]}</FormProblem>
      )}
      {secret && (
        <output className="desk-done">
          {words.secretOf[secret.kind](secret.of)} <code>{secret.text}</code>
        </output>
      )}
      <ul className="desk-list">
        {people.map((person) => (
          <Person key={person.email} person={person} mayInvite={view.provider !== null} />
        ))}
      </ul>
      <p>
        <a href={href('signIns')}>{words.titles['sign-ins']}</a>
      </p>
      <section aria-labelledby="add">
        <h2 id="add">{words.addPerson}</h2>
        <form className="desk-form" method="post" action={href('people')}>
          <Field name="name" label={words.name} />
          <Field name="email" label={words.email} type="email" />
          <Choice name="role" label={words.role} options={roles} />
          <button type="submit" name="action" value="add">
            {words.add}
          </button>
        </form>
      </section>
      <Tokens view={view} />
      <section aria-labelledby="approval">
        <h2 id="approval">{words.approval}</h2>
        <p>{needsApproval ? words.approvalOn : words.approvalOff}</p>
        {stopAskedBy !== null && <p>{own.stopAsked(stopAskedBy.name)}</p>}
        {needsApproval && stopAskedBy !== null && (
          <form className="desk-form" method="post" action={href('people')}>
            <input type="hidden" name="approval" value="1" />
            <button type="submit" name="action" value="approval">
              {own.keepApproval}
            </button>
          </form>
        )}
        <form className="desk-form" method="post" action={href('people')}>
          <input type="hidden" name="approval" value={needsApproval ? '0' : '1'} />
          <button type="submit" name="action" value="approval">
            {!needsApproval ? words.startApproval : stopAskedBy === null ? own.askToStop : own.confirmStop}
          </button>
        </form>
      </section>
    </>
  )
}
