import { DryRun, type ChangePreview } from '@pejling/domain/workspace/answers'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState, type JSX } from 'react'
import { textOf, wordsOf } from '../client/locale.ts'
import { request } from '../client/request.ts'
import { Assessment } from './assessment.tsx'
import { problemText } from './state.tsx'

const words = wordsOf({
  da: {
    title: 'Det ændrer det for læserne',
    when: 'Læserne ser det først, når det udgives.',
    none: 'Intet andet end det, der allerede venter på udgivelse.',
    looking: 'Ser efter …',
    from: 'Nu:',
    to: 'Bliver:',
    new: 'Ny',
    gone: 'Udgår',
    texts: (count: number) => (count === 1 ? '1 tekst ændres' : `${count} tekster ændres`),
    pages: (count: number) => (count === 1 ? '1 side ændres' : `${count} sider ændres`),
  },
  en: {
    title: 'What it changes for readers',
    when: 'Readers do not see it until it is published.',
    none: 'Nothing but what waits to be published already.',
    looking: 'Looking …',
    from: 'Now:',
    to: 'Becomes:',
    new: 'New',
    gone: 'Gone',
    texts: (count: number) => (count === 1 ? '1 text changes' : `${count} texts change`),
    pages: (count: number) => (count === 1 ? '1 page changes' : `${count} pages change`),
  },
})

/** A change that is asked about before it is made. */
export interface ProposedChange {
  readonly method: 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  readonly path: string
  readonly body?: unknown
}

/** How long nothing has to be typed before it is asked, in milliseconds. */
const pause = 600

/** A value as it has been for a while. */
function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

/** What a change would change for readers, said beside it while it is made. `null`: nothing has been changed. */
export function ReaderPreview({ change }: { readonly change: ProposedChange | null }): JSX.Element {
  const text = useSettled(change === null ? '' : JSON.stringify(change))
  const asked = useQuery({
    queryKey: ['dry-run', text],
    enabled: text !== '',
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<DryRun | null> => {
      if (change === null) return null
      const { method, path, body } = change
      return (
        await request(DryRun, method, path, {
          query: { dryRun: true },
          body,
          match: method === 'POST' ? undefined : '*',
          signal,
        })
      ).value
    },
  })
  return (
    <aside className="preview" aria-label={words.title} aria-busy={asked.isFetching}>
      <h3>{words.title}</h3>
      <p className="field-help">{words.when}</p>
      {change !== null && asked.error !== null && <p className="field-error">{problemText(asked.error)}</p>}
      {change !== null && asked.isPending && <p className="field-help">{words.looking}</p>}
      {change !== null && asked.data && <Previewed preview={asked.data.preview} />}
    </aside>
  )
}

/** What a change would change for readers. */
function Previewed({ preview }: { readonly preview: ChangePreview }): JSX.Element {
  const { assessments, texts, changes } = preview
  const pages = changes?.documents.length ?? 0
  if (assessments.length === 0 && texts.length === 0 && pages === 0) return <p>{words.none}</p>
  return (
    <>
      <ul className="preview-list">
        {assessments.map(({ indicator, name, before, after }) => (
          <li key={indicator}>
            <strong>{textOf(name)}</strong>
            <p>
              {words.from} {before === null ? words.new : <Assessment verdict={before.verdict} />}
              <span className="second-line">{before !== null && textOf(before.sentence)}</span>
            </p>
            <p>
              {words.to} {after === null ? words.gone : <Assessment verdict={after.verdict} />}
              <span className="second-line">{after !== null && textOf(after.sentence)}</span>
            </p>
          </li>
        ))}
      </ul>
      <p className="field-help">
        {[...(texts.length > 0 ? [words.texts(texts.length)] : []), ...(pages > 0 ? [words.pages(pages)] : [])].join(
          ', ',
        )}
      </p>
    </>
  )
}
