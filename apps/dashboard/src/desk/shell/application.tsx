import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { RouterProvider as AriaRouter, I18nProvider } from 'react-aria-components'
import { RouterProvider } from '@tanstack/react-router'
import { useState, type JSX } from 'react'
import { locale } from '../client/locale.ts'
import { meQuery } from '../client/me.ts'
import { queryClient } from '../client/queries.ts'
import { keepFor } from '../forms/kept.ts'
import { Failed, Loading } from '../widgets/state.tsx'
import { makeRouter } from './router.tsx'

const speech = locale === 'da' ? 'da-DK' : 'en-GB'

/** Begins when it is known who works here: their unsaved work is theirs. */
function Desk(): JSX.Element {
  const { data: me, error, refetch } = useQuery(meQuery)
  const [router] = useState(makeRouter)
  if (me === undefined) return error === null ? <Loading /> : <Failed error={error} retry={refetch} />
  keepFor(me.value.email)
  return (
    <AriaRouter navigate={(to) => router.history.push(to)}>
      <RouterProvider router={router} />
    </AriaRouter>
  )
}

/** The desk: the application in which everything is kept, checked and published. */
export function Application(): JSX.Element {
  return (
    <I18nProvider locale={speech}>
      <QueryClientProvider client={queryClient}>
        <Desk />
      </QueryClientProvider>
    </I18nProvider>
  )
}
