import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState, type JSX } from 'react'
import { deskPath, deskQuery } from '@pejling/addresses/desk'
import { type GivenProof, PasskeyChallenge, Proof } from '@pejling/domain/workspace/people'
import { locale, wordsOf } from '../client/locale.ts'
import { oneOf } from '../client/queries.ts'
import { request } from '../client/request.ts'
import { leaveGate, openGate, useGate } from '../client/session.ts'
import { Button } from '../widgets/button.tsx'
import { Dialog } from '../widgets/dialog.tsx'
import { TextField } from '../widgets/field.tsx'
import { problemText } from '../widgets/state.tsx'
import { onSignedIn } from './sign-in-channel.ts'
import { signPasskey } from './sign-passkey.ts'

/* What stands in the way of a request: signing in again, or proving who one is. What was typed stays on the page behind it. */

const words = wordsOf({
  da: {
    signIn: 'Log ind igen',
    expired:
      'Din session er udløbet. Log ind igen i et nyt vindue. Alt, hvad du har skrevet, bliver her, og det, du var i gang med at gemme, bliver gemt.',
    open: 'Log ind i et nyt vindue',
    check: 'Jeg er logget ind',
    cancel: 'Annuller',
    prove: 'Bevis, at det er dig',
    proveText: 'Ændringer af konti og nøgler kræver, at du beviser, hvem du er. Det gælder i ti minutter.',
    password: 'Adgangskode',
    code: 'Kode fra din app',
    passkey: 'Brug adgangsnøgle',
    send: 'Fortsæt',
  },
  en: {
    signIn: 'Sign in again',
    expired:
      'Your session has ended. Sign in again in a new window. Everything you have typed stays here, and what you were saving will be saved.',
    open: 'Sign in in a new window',
    check: 'I have signed in',
    cancel: 'Cancel',
    prove: 'Prove that it is you',
    proveText: 'Changes of accounts and keys ask you to prove who you are. It holds for ten minutes.',
    password: 'Password',
    code: 'Code of your app',
    passkey: 'Use a passkey',
    send: 'Go on',
  },
})

function SignInAgain(): JSX.Element {
  useEffect(() => onSignedIn(openGate), [])
  const address = deskPath(locale, 'signIn') + deskQuery([['returnTo', deskPath(locale, 'signedIn')]])
  return (
    <Dialog title={words.signIn} isOpen onClose={leaveGate} isAlert>
      <p>{words.expired}</p>
      <div className="dialog-foot">
        <Button onPress={openGate}>{words.check}</Button>
        <Button weight="primary" autoFocus onPress={() => window.open(address, '_blank', 'popup,width=520,height=760')}>
          {words.open}
        </Button>
      </div>
    </Dialog>
  )
}

function Prove(): JSX.Element {
  const { data } = useQuery(oneOf(Proof, '/proof'))
  const [typed, setTyped] = useState('')
  const ways = data?.value.ways ?? []
  const way = ways.includes('password') ? 'password' : 'code'
  const give = useMutation({
    mutationFn: (proof: GivenProof) => request(Proof, 'POST', '/proof', { body: proof }),
    onSuccess: openGate,
  })
  const challenge = useMutation({
    mutationFn: async () => {
      const { value } = await request(PasskeyChallenge, 'POST', '/proof/challenge')
      return request(Proof, 'POST', '/proof', { body: { passkey: await signPasskey(value.passkey) } })
    },
    onSuccess: openGate,
  })
  const error = give.error ?? challenge.error
  return (
    <Dialog title={words.prove} isOpen onClose={leaveGate} isAlert>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          give.mutate(way === 'password' ? { password: typed } : { code: typed })
        }}
      >
        <p>{words.proveText}</p>
        {ways.some((one) => one !== 'passkey') && (
          <TextField
            label={words[way]}
            type={way === 'password' ? 'password' : 'text'}
            autoComplete={way === 'password' ? 'current-password' : 'one-time-code'}
            value={typed}
            onChange={setTyped}
            autoFocus
            error={error === null ? undefined : problemText(error)}
          />
        )}
        <div className="dialog-foot">
          <Button onPress={leaveGate}>{words.cancel}</Button>
          {ways.includes('passkey') && (
            <Button isPending={challenge.isPending} onPress={() => challenge.mutate()}>
              {words.passkey}
            </Button>
          )}
          <Button weight="primary" type="submit" isPending={give.isPending}>
            {words.send}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Asks the person for what a request waits for. */
export function Gates(): JSX.Element | null {
  const gate = useGate()
  if (gate === null) return null
  return gate === 'sign-in' ? <SignInAgain /> : <Prove />
}
