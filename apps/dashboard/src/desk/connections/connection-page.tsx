import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { deskPath } from '@pejling/addresses/desk'
import type { Connection } from '@pejling/domain/connection/connection'
import type { JSX } from 'react'
import { z } from 'zod'
import { locale, momentInWords, textOf } from '../client/locale.ts'
import { overviewQuery } from '../client/overview.ts'
import { refreshAll } from '../client/queries.ts'
import { request } from '../client/request.ts'
import { Button } from '../widgets/button.tsx'
import { Choice } from '../widgets/choice.tsx'
import { report } from '../widgets/messages.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { Empty, Failed, Loaded } from '../widgets/state.tsx'
import { connectionQuery, countsOf, fetchesQuery, questionsQuery, saveConnection } from './connection-queries.ts'
import { words } from './connection-words.ts'
import { FetchButton } from './fetch-button.tsx'
import { FetchedQuestions } from './fetched-questions.tsx'
import { FindTable } from './find-table.tsx'
import { StoredMapping } from './stored-mapping.tsx'
import './connections.css'

const Parts = z.object({ slug: z.string().catch('') })
const Every = z.enum(['day', 'week', 'month', 'none'])

interface Props {
  readonly slug: string
  readonly name: string
  readonly etag: string | null
}

/** How the figures are fetched, how often, and how to end it. */
function Stands({ slug, name, etag, connection }: Props & { readonly connection: Connection }): JSX.Element {
  const save = useMutation({
    mutationFn: (every: z.infer<typeof Every>) =>
      saveConnection(slug, { ...connection, every: every === 'none' ? null : every }, etag),
    onSuccess: async ({ changeSet }) => {
      report({ text: words.saved, changeSet })
      await refreshAll()
    },
  })
  const remove = useMutation({
    mutationFn: () => request(z.undefined(), 'DELETE', `/connections/${slug}`, { match: etag }),
    onSuccess: async ({ changeSet }) => {
      report({ text: words.disconnected(name), changeSet })
      await refreshAll()
    },
  })
  return (
    <>
      <StoredMapping connection={connection} />
      <div className="connection-tools">
        <Choice
          label={words.how}
          options={Every.options.map((value) => ({ value, label: words.every[value] }))}
          value={connection.every ?? 'none'}
          onChange={(every) => save.mutate(every)}
        />
      </div>
      {save.error !== null && <Failed error={save.error} />}
      {remove.error !== null && <Failed error={remove.error} />}
      <Button weight="danger" isPending={remove.isPending} onPress={() => remove.mutate()}>
        {words.disconnect}
      </Button>
    </>
  )
}

function Questions({ slug }: Pick<Props, 'slug'>): JSX.Element | null {
  const questions = useQuery(questionsQuery(slug)).data?.value.questions ?? []
  if (questions.length === 0) return null
  return (
    <section aria-labelledby="fetched-questions">
      <h2 id="fetched-questions">{words.questions}</h2>
      {(['withdrawn', 'held-back'] as const).map((kind) => {
        const own = questions.filter((one) => one.kind === kind)
        return (
          own.length > 0 && <FetchedQuestions key={`${kind} ${own.length}`} slug={slug} kind={kind} questions={own} />
        )
      })}
    </section>
  )
}

function Results({ slug }: Pick<Props, 'slug'>): JSX.Element {
  const query = useQuery(fetchesQuery(slug))
  return (
    <section aria-labelledby="results">
      <h2 id="results">{words.results}</h2>
      <Loaded query={query}>
        {({ value: { fetches } }) =>
          fetches.length === 0 ? (
            <Empty>{words.noResults}</Empty>
          ) : (
            <ul>
              {fetches.map((one) => (
                <li key={one.at}>
                  {momentInWords(one.at)} {words.by(one.by)}:{' '}
                  {one.problem === null ? countsOf(one) : <span data-tone="bad">{textOf(one.problem)}</span>}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  )
}

/** How the figures of one indicator are fetched, what came, and what awaits an answer. */
export function Page(): JSX.Element {
  const { slug } = Parts.parse(useParams({ strict: false }))
  const query = useQuery(connectionQuery(slug))
  const indicator = useQuery(overviewQuery).data?.value.indicators.find((one) => one.slug === slug)
  const name = indicator ? textOf(indicator.name) : slug
  return (
    <Framed
      title={name}
      trail={[{ href: deskPath(locale, 'connections'), label: words.title }]}
      actions={query.data?.value.connection && <FetchButton slug={slug} name={name} />}
    >
      <Loaded query={query}>
        {({ value: { connection }, etag }) => (
          <>
            <section aria-labelledby="stands">
              <h2 id="stands">{words.stands}</h2>
              {connection === null ? (
                <Empty>{words.notConnected}</Empty>
              ) : (
                <Stands slug={slug} name={name} etag={etag} connection={connection} />
              )}
            </section>
            <Questions slug={slug} />
            <Results slug={slug} />
            <FindTable slug={slug} etag={etag} />
          </>
        )}
      </Loaded>
    </Framed>
  )
}
