import { useMutation } from '@tanstack/react-query'
import type { JSX } from 'react'
import { textOf } from '../client/locale.ts'
import { Button } from '../widgets/button.tsx'
import { report } from '../widgets/messages.tsx'
import { problemText } from '../widgets/state.tsx'
import { countsOf, fetchNow } from './connection-queries.ts'
import { words } from './connection-words.ts'

/** Fetches the figures of an indicator now, and says what came. */
export function FetchButton({ slug, name }: { readonly slug: string; readonly name: string }): JSX.Element {
  const fetching = useMutation({
    mutationFn: () => fetchNow(slug),
    onSuccess: ({ result }) =>
      report(
        result !== null && result.problem === null
          ? { text: `${words.fetched(name)} ${countsOf(result)}.` }
          : { text: result?.problem ? textOf(result.problem) : words.failed, tone: 'error' },
      ),
    onError: (error) => report({ text: problemText(error), tone: 'error' }),
  })
  return (
    <>
      {fetching.isPending && <output className="visually-hidden">{words.fetching}</output>}
      <Button aria-label={`${words.fetch}: ${name}`} isPending={fetching.isPending} onPress={() => fetching.mutate()}>
        {words.fetch}
      </Button>
    </>
  )
}
