import { useMutation } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import type { JSX } from 'react'
import { z } from 'zod'
import { refreshAll } from '../client/queries.ts'
import { request } from '../client/request.ts'
import { Button } from './button.tsx'
import { report } from './messages.tsx'
import { Failed } from './state.tsx'

/** Deletes at once what can be brought back from the message that says so; what refers to it stands in the way, and is named. */
export function Deletion({
  path,
  label,
  done,
  leadsTo,
}: {
  readonly path: string
  readonly label: string
  /** What is said when it is gone. */
  readonly done: string
  /** The page above it. */
  readonly leadsTo: string
}): JSX.Element {
  const { history } = useRouter()
  const deletion = useMutation({
    mutationFn: () => request(z.unknown(), 'DELETE', path, { match: '*' }),
    onSuccess: async ({ changeSet }) => {
      report({ text: done, changeSet })
      history.push(leadsTo)
      await refreshAll()
    },
  })
  return (
    <>
      <Button weight="quiet" isPending={deletion.isPending} onPress={() => deletion.mutate()}>
        {label}
      </Button>
      {deletion.error !== null && <Failed error={deletion.error} />}
    </>
  )
}
