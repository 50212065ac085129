import type { SignInView } from '@pejling/domain/sign-in-pages/views'
import type { JSX } from 'react'
import { QrCode } from '../components/qr-code.tsx'
import { securityWords } from './security-words.ts'
import { Return } from './sign-in.tsx'
import { useSignInPage, writtenMoment } from './page-context.ts'
import { Field, FormProblem } from './forms.tsx'

interface Part {
  readonly view: Extract<SignInView, { readonly page: 'security' }>
}

function useOwn() {
  const { locale, href } = useSignInPage()
  return { own: securityWords[locale], locale, action: href('security'), first: href('home') }
}

function Passkeys({ view }: Part): JSX.Element {
  const { own, locale, action } = useOwn()
  return (
    <section aria-labelledby="passkeys">
      <h2 id="passkeys">{own.passkeys}</h2>
      <p>{own.passkeysNote}</p>
      {view.passkeys.length === 0 && <p>{own.noPasskeys}</p>}
      <ul className="sign-in-list">
        {view.passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
          <li key={id}>
            <span>
              {name}
              <br />
              <span className="note">
                {own.added(writtenMoment(createdAt, locale))}
                {lastUsedAt !== null && `, ${own.lastUsed(writtenMoment(lastUsedAt, locale))}`}
              </span>
            </span>
            <form method="post" action={action}>
              <Return to={view.to} />
              <input type="hidden" name="id" value={id} />
              <button type="submit" name="action" value="remove-passkey" aria-label={`${own.remove}: ${name}`}>
                {own.remove}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <form className="sign-in-form" method="post" action={action} data-new-passkey="">
        <Return to={view.to} />
        <input type="hidden" name="action" value="passkey" />
        <input type="hidden" name="passkey" defaultValue="" />
        <div data-passkey="create" data-options={view.newPasskey} data-field="passkey" hidden>
          <Field name="name" label={own.passkeyName} required={false} />
          <button type="button">{own.addPasskey}</button>
          <span role="alert" data-failed={own.passkeyFailed} />
        </div>
        <noscript>
          <p className="note">{own.noScript}</p>
        </noscript>
      </form>
    </section>
  )
}

function Codes({ view }: Part): JSX.Element {
  const { own, action } = useOwn()
  const { newCodes } = view
  return (
    <section aria-labelledby="codes">
      <h2 id="codes">{own.codes}</h2>
      <p>{view.hasCodes ? own.codesOn : own.codesNote}</p>
      {newCodes !== null && (
        <form className="sign-in-form" method="post" action={action}>
          <Return to={view.to} />
          <p>{own.scanCodes}</p>
          <div className="sign-in-qr">
            <QrCode address={newCodes.address} label={own.codes} />
          </div>
          <p>
            {own.secret}: <code>{newCodes.secret}</code>
          </p>
          <Field name="code" label={own.codeToConfirm} autoComplete="one-time-code" />
          <button type="submit" name="action" value="confirm-codes">
            {own.confirmCode}
          </button>
        </form>
      )}
      {newCodes === null && (
        <form method="post" action={action}>
          <Return to={view.to} />
          <button type="submit" name="action" value={view.hasCodes ? 'remove-codes' : 'codes'}>
            {view.hasCodes ? own.removeCodes : own.startCodes}
          </button>
        </form>
      )}
    </section>
  )
}

function Recovery({ view }: Part): JSX.Element {
  const { own, action } = useOwn()
  return (
    <section aria-labelledby="recovery">
      <h2 id="recovery">{own.recovery}</h2>
      {view.recoveryCodes === null ? (
        <p>{own.recoveryLeft(view.recoveryLeft)}</p>
      ) : (
        <output className="sign-in-done">
          <span>{own.recoveryShown}</span>
          {view.recoveryCodes.map((code) => (
            <code key={code} className="sign-in-recovery">
              {code}
            </code>
          ))}
        </output>
      )}
      <form method="post" action={action}>
        <Return to={view.to} />
        <button type="submit" name="action" value="recovery">
          {own.newRecovery}
        </button>
      </form>
    </section>
  )
}

/** One's own passkeys, one-time codes and recovery codes. */
export function Security({ view }: Part): JSX.Element {
  const { own, first } = useOwn()
  const hasAny = view.passkeys.length > 0 || view.hasCodes
  return (
    <>
      <p>{view.required ? own.required : own.offered}</p>
      {view.problem !== null && <FormProblem>{own.securityProblems[view.problem]}</FormProblem>}
      <Passkeys view={view} />
      <Codes view={view} />
      {hasAny && <Recovery view={view} />}
      {!view.required && (
        <p>
          <a href={view.to === '' ? first : view.to}>{own.onward}</a>
        </p>
      )}
    </>
  )
}
