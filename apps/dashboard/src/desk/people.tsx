import type { DeskView } from '@pejling/domain/desk/views'
import type { JSX } from 'react'
import { useDesk } from './desk-page.ts'
import { Field, FormProblem } from './forms.tsx'
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
  const { words, locale, href } = useDesk()
  const { name, email, role, closed, awaited } = person
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
      {!closed && (
        <form className="desk-inline" method="post" action={href('/personer')}>
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
  label,
  options,
}: {
  readonly name: string
  readonly label: string
  readonly options: readonly (readonly [string, string])[]
}): JSX.Element {
  return (
    <p className="desk-field">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name}>
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
  const { people, secret, problem, needsApproval } = view
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
      <section aria-labelledby="add">
        <h2 id="add">{words.addPerson}</h2>
        <form className="desk-form" method="post" action={href('/personer')}>
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
        <form className="desk-form" method="post" action={href('/personer')}>
          <input type="hidden" name="approval" value={needsApproval ? '0' : '1'} />
          <button type="submit" name="action" value="approval">
            {needsApproval ? words.stopApproval : words.startApproval}
          </button>
        </form>
      </section>
    </>
  )
}
