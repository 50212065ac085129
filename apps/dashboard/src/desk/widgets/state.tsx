import type { UseQueryResult } from '@tanstack/react-query'
import type { JSX, ReactNode } from 'react'
import { wordsOf } from '../client/locale.ts'
import { ApiProblem, OfflineError } from '../client/problem.ts'
import { Button } from './button.tsx'

const words = wordsOf({
  da: {
    loading: 'Henter …',
    offline: 'Ingen forbindelse til serveren. Det, du har skrevet, er her stadig.',
    unreadable: 'Serveren svarer anderledes end denne side venter. Genindlæs siden; måske er Pejling opgraderet.',
    again: 'Prøv igen',
  },
  en: {
    loading: 'Loading …',
    offline: 'No connection to the server. What you have typed is still here.',
    unreadable: 'The server answers otherwise than this page expects. Reload the page; Pejling may have been upgraded.',
    again: 'Try again',
  },
})

/** What went wrong, in words for whoever is working. */
export function problemText(error: Error): string {
  if (error instanceof OfflineError) return words.offline
  return error instanceof ApiProblem ? error.message : words.unreadable
}

/** Something is on its way; said aloud, and shown only where it takes longer than a blink. */
export function Loading(): JSX.Element {
  return <output className="loading">{words.loading}</output>
}

/** Something went wrong, where it went wrong, and what can be done. */
export function Failed({ error, retry }: { readonly error: Error; readonly retry?: () => unknown }): JSX.Element {
  return (
    <div className="notice" data-tone="error" role="alert">
      <p>{problemText(error)}</p>
      {error instanceof ApiProblem && error.errors.length > 0 && (
        <ul>
          {error.errors.map(({ pointer, detail }) => (
            <li key={`${pointer} ${detail}`}>{detail}</li>
          ))}
        </ul>
      )}
      {error instanceof ApiProblem && error.references.length > 0 && (
        <ul>
          {error.references.map(({ resource, id, name }) => (
            <li key={`${resource} ${id}`}>{name}</li>
          ))}
        </ul>
      )}
      {retry !== undefined && <Button onPress={() => void retry()}>{words.again}</Button>}
    </div>
  )
}

/** There is nothing yet: what would be here, and how it comes here. */
export function Empty({ children }: { readonly children: ReactNode }): JSX.Element {
  return <div className="empty">{children}</div>
}

/** What a query has brought, or its state. */
export function Loaded<Value>({
  query,
  children,
}: {
  readonly query: UseQueryResult<Value>
  readonly children: (value: Value) => ReactNode
}): JSX.Element {
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.error !== null) return <Failed error={query.error} retry={query.refetch} />
  return <Loading />
}
