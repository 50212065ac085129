import { deskPath } from '@pejling/addresses/desk'
import { danishTime } from '@pejling/domain/release/planned'
import { PlannedReleaseView, ReleaseResult, type ReleasePreview } from '@pejling/domain/workspace/releases'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState, type JSX } from 'react'
import { locale, momentInWords, wordsOf } from '../client/locale.ts'
import { ApiProblem } from '../client/problem.ts'
import { queryClient, refreshAll } from '../client/queries.ts'
import { request } from '../client/request.ts'
import { Button } from '../widgets/button.tsx'
import { DeskLink } from '../widgets/desk-link.tsx'
import { report } from '../widgets/messages.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { Failed, Loaded } from '../widgets/state.tsx'
import { plannedReleaseQuery, previewQuery } from './queries.ts'
import { forgetDraft, readDraft, stepPath, useChosen, type Looked, type ReleaseWords } from './release-state.ts'
import { countItems, releaseSentence } from './release-words.ts'
import { Steps } from './steps.tsx'

const words = wordsOf({
  da: {
    title: 'Udgiv',
    called: 'Titel',
    note: 'Bemærkning',
    what: 'Det kommer ud',
    publish: 'Udgiv nu',
    ask: 'Send til godkendelse',
    plan: 'Planlæg udgivelsen',
    working: 'Udgivelsen laves. Det kan tage et halvt minut; siden må gerne lukkes.',
    changed: 'Noget er ændret, siden du så listen. Intet er udgivet.',
    see: 'Se, hvad der er ændret',
    begin: 'Begynd med at vælge, hvad der skal ud.',
    choose: 'Gå til listen',
    nothing: 'Intet var ændret, så der blev ikke udgivet noget.',
    planned: 'Udgivelsen er planlagt.',
    asked: 'Udgivelsen venter på, at en anden godkender den.',
  },
  en: {
    title: 'Publish',
    called: 'Title',
    note: 'Note',
    what: 'This comes out',
    publish: 'Publish now',
    ask: 'Send for approval',
    plan: 'Plan the release',
    working: 'The release is being made. It may take half a minute; the page may be closed.',
    changed: 'Something has changed since you saw the list. Nothing has been published.',
    see: 'See what has changed',
    begin: 'Begin by choosing what is to come out.',
    choose: 'Go to the list',
    nothing: 'Nothing had changed, so nothing was published.',
    planned: 'The release is planned.',
    asked: 'The release waits for another person to approve it.',
  },
})

const isStale = (error: Error | null): boolean => error instanceof ApiProblem && error.kind === 'conflict'

/** Publishes what was looked at, or plans it; and goes to where it can be seen. */
function usePublishing(looked: Looked, draft: ReleaseWords) {
  const { history } = useRouter()
  const { only, again } = useChosen()
  return useMutation({
    mutationFn: async () => {
      const hasNote = draft.note.da.trim() !== ''
      const body = {
        title: draft.title,
        note: hasNote ? draft.note : null,
        indicators: only ?? 'all',
        seen: looked.seen,
        publishAt: danishTime(draft.at),
      }
      if (again === null) return (await request(ReleaseResult, 'POST', '/releases', { body })).value
      const { etag } = await queryClient.fetchQuery({ ...plannedReleaseQuery(again), staleTime: 0 })
      const { value: planned } = await request(PlannedReleaseView, 'PUT', `/releases/planned/${again}`, {
        body,
        match: etag ?? '*',
      })
      return { release: null, planned }
    },
    onSuccess: async ({ release, planned }) => {
      forgetDraft(again)
      if (release !== null) history.push(deskPath(locale, 'published', { number: String(release.number) }))
      else if (planned !== null) {
        history.push(deskPath(locale, 'plannedRelease', { number: String(planned.number) }))
        report({ text: planned.needsApproval ? words.asked : words.planned })
      } else {
        history.push(deskPath(locale, 'publish'))
        report({ text: words.nothing })
      }
      await refreshAll()
    },
    onError: async (error) => {
      if (!isStale(error)) return
      history.push(stepPath('publish', only, again, { aendret: 'ja' }))
      await refreshAll()
    },
  })
}

function Confirming({
  preview,
  looked,
  draft,
}: {
  readonly preview: ReleasePreview
  readonly looked: Looked
  readonly draft: ReleaseWords
}): JSX.Element {
  const { only, again } = useChosen()
  const publishing = usePublishing(looked, draft)
  if (preview.seen !== looked.seen && !publishing.isPending) {
    return (
      <div className="notice" data-tone="doubt" role="alert">
        <p>{words.changed}</p>
        <p>
          <DeskLink to={stepPath('publish', only, again, { aendret: 'ja' })}>{words.see}</DeskLink>
        </p>
      </div>
    )
  }
  const moment = danishTime(draft.at)
  const { needsApproval } = preview
  const at = moment === null ? null : momentInWords(moment)
  return (
    <>
      <p className="release-sentence">{releaseSentence(countItems(preview.items), { at, needsApproval }, locale)}</p>
      <dl>
        <dt>{words.called}</dt>
        <dd>{draft.title[locale]}</dd>
        {draft.note[locale] !== '' && (
          <>
            <dt>{words.note}</dt>
            <dd>{draft.note[locale]}</dd>
          </>
        )}
        <dt>{words.what}</dt>
        {preview.items
          .filter(({ chosen }) => chosen)
          .map(({ id, name }) => (
            <dd key={id}>{name[locale]}</dd>
          ))}
      </dl>
      {publishing.error !== null && !isStale(publishing.error) && <Failed error={publishing.error} />}
      {publishing.isPending && <output className="notice">{words.working}</output>}
      <div className="form-foot">
        <Button
          weight="primary"
          onPress={() => {
            if (!publishing.isPending) publishing.mutate()
          }}
        >
          {needsApproval ? words.ask : moment === null ? words.publish : words.plan}
        </Button>
      </div>
    </>
  )
}

/** The last step of publishing: what comes out, in one sentence, and the button. */
export function Page(): JSX.Element {
  const { only, again } = useChosen()
  const [{ looked, words: draft }] = useState(() => readDraft(again))
  const query = useQuery(previewQuery(only))
  return (
    <Framed title={words.title}>
      <Steps current="publishConfirm" />
      {looked === null || draft === null ? (
        <>
          <p>{words.begin}</p>
          <p>
            <DeskLink to={stepPath('publish', only, again)}>{words.choose}</DeskLink>
          </p>
        </>
      ) : (
        <Loaded query={query}>{({ value }) => <Confirming preview={value} looked={looked} draft={draft} />}</Loaded>
      )}
    </Framed>
  )
}
