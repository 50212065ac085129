import { useMutation, useQuery } from '@tanstack/react-query'
import { scopeRules, scopes, type Scope } from '@pejling/domain/scope'
import { Assignments } from '@pejling/domain/workspace/assignments'
import { MadeToken, WorkspacePerson } from '@pejling/domain/workspace/people'
import { useState, type JSX } from 'react'
import { locale, textOf } from '../client/locale.ts'
import { useMe } from '../client/me.ts'
import { allOf, oneOf, refreshAll } from '../client/queries.ts'
import { request } from '../client/request.ts'
import { Button } from '../widgets/button.tsx'
import { Finder } from '../widgets/choice.tsx'
import { Dialog } from '../widgets/dialog.tsx'
import { TextField } from '../widgets/field.tsx'
import { Failed } from '../widgets/state.tsx'
import { Ticks } from '../widgets/tick.tsx'
import { Secret } from './copy-button.tsx'
import { words } from './tokens-words.ts'

/** The words of a scope, with a capital. */
const scopeWords = (scope: Scope): string => {
  const text = scopeRules[scope].opens[locale]
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)
}

/** Half a year from today, as a date. */
const inHalfAYear = (): string => new Date(Date.now() + 182 * 86_400_000).toISOString().slice(0, 10)

/** Makes an API key, and shows its secret once. */
export function TokenDialog({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const me = useMe()
  const { data: people = [] } = useQuery(allOf(WorkspacePerson, '/people'))
  const { data: assignments } = useQuery(oneOf(Assignments, '/assignments'))
  const [name, setName] = useState('')
  const [email, setEmail] = useState(me.email)
  const [expiresOn, setExpiresOn] = useState(inHalfAYear)
  const [chosen, setChosen] = useState<readonly Scope[]>(['figures:read'])
  const [indicators, setIndicators] = useState<readonly string[]>([])
  const make = useMutation({
    mutationFn: () =>
      request(MadeToken, 'POST', '/tokens', {
        body: { name, email, expiresOn, scopes: chosen, indicators: indicators.length === 0 ? null : indicators },
      }),
    onSuccess: () => refreshAll(),
  })
  const made = make.data?.value
  return (
    <Dialog title={words.make} isOpen onClose={onClose} isAlert>
      {made !== undefined ? (
        <>
          <output className="said">{words.shownOnce}</output>
          <Secret label={words.secret} text={made.secret} />
          <div className="dialog-foot">
            <Button weight="primary" onPress={onClose}>
              {words.done}
            </Button>
          </div>
        </>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            make.mutate()
          }}
        >
          <TextField label={words.name} help={words.nameHelp} value={name} onChange={setName} isRequired autoFocus />
          <Finder
            key={people.length}
            label={words.whose}
            help={words.whoseHelp}
            value={email}
            options={people
              .filter(({ closed }) => !closed)
              .map((person) => ({ value: person.email, label: person.name, about: person.email }))}
            onChange={setEmail}
          />
          <TextField
            label={words.expires}
            help={words.expiresHelp}
            type="date"
            value={expiresOn}
            onChange={setExpiresOn}
            isRequired
          />
          <Ticks
            label={words.scopes}
            options={scopes.map((value) => ({ value, label: scopeWords(value) }))}
            value={chosen}
            onChange={setChosen}
          />
          <details>
            <summary>
              {words.indicators}
              {indicators.length > 0 && ` (${indicators.length})`}
            </summary>
            <Ticks
              label={words.indicators}
              help={words.indicatorsHelp}
              options={(assignments?.value.indicators ?? []).map((one) => ({
                value: one.indicator,
                label: textOf(one.name),
              }))}
              value={indicators}
              onChange={setIndicators}
            />
          </details>
          {make.error !== null && <Failed error={make.error} />}
          <div className="dialog-foot">
            <Button onPress={onClose}>{words.cancel}</Button>
            <Button weight="primary" type="submit" isPending={make.isPending} isDisabled={chosen.length === 0}>
              {words.save}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  )
}
