import { deskPath } from '@pejling/addresses/desk'
import { ChangeSetSummary } from '@pejling/domain/workspace/change-sets'
import { ReleaseResult, type PlannedReleaseView } from '@pejling/domain/workspace/releases'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams, useRouter } from '@tanstack/react-router'
import type { JSX } from 'react'
import { z } from 'zod'
import { locale, momentInWords } from '../client/locale.ts'
import { useMay } from '../client/me.ts'
import { pageOf, refreshAll } from '../client/queries.ts'
import { request } from '../client/request.ts'
import { Button } from '../widgets/button.tsx'
import { DeskLink } from '../widgets/desk-link.tsx'
import { report } from '../widgets/messages.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { Failed, Loaded } from '../widgets/state.tsx'
import { plannedWords as words, stateInWords, whenInWords } from './planned-words.ts'
import { PreviewItemRow } from './preview-item.tsx'
import { indicatorQuery, plannedReleaseQuery, previewQuery } from './queries.ts'
import { stepPath } from './release-state.ts'
import { countItems, releaseSentence } from './release-words.ts'
import './releases.css'

const onlyOf = ({ indicators }: PlannedReleaseView): readonly string[] | null =>
  indicators === 'all' ? null : indicators

/** Who has changed what of it since it was planned. */
function ChangedSince({ planned }: { readonly planned: PlannedReleaseView }): JSX.Element | null {
  const only = onlyOf(planned)
  const { data } = useQuery(
    pageOf(ChangeSetSummary, '/change-sets', {
      notBefore: planned.plannedAt,
      limit: 20,
      ...(only !== null && only.length > 0 ? { indicator: only } : {}),
    }),
  )
  const done = (data?.items ?? []).filter(({ action }) => !/release|withdrawal/.test(action))
  if (done.length === 0) return null
  return (
    <>
      <h2>{words.changedSince}</h2>
      <ul>
        {done.map(({ number, at, sentence }) => (
          <li key={number}>
            <DeskLink to={deskPath(locale, 'changeSet', { number: String(number) })}>{sentence[locale]}</DeskLink>{' '}
            <span className="second-line">{momentInWords(at)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** What it brings, as things stand: each opens to what it is from what to what. */
function Content({ planned }: { readonly planned: PlannedReleaseView }): JSX.Element {
  const query = useQuery(previewQuery(onlyOf(planned)))
  return (
    <Loaded query={query}>
      {({ value: { items } }) => {
        const chosen = items.filter((item) => item.chosen)
        const at = planned.publishAt === null ? null : momentInWords(planned.publishAt)
        const needsApproval = planned.needsApproval && planned.approvedBy === null
        return (
          <>
            {planned.problem === null && chosen.length > 0 && (
              <p className="release-sentence">{releaseSentence(countItems(chosen), { at, needsApproval }, locale)}</p>
            )}
            <section className="release-group" aria-labelledby="content">
              <h2 id="content">{planned.problem === null ? words.content : words.contentThen}</h2>
              <ul>
                {chosen.map((item) => (
                  <PreviewItemRow
                    key={item.id}
                    item={item}
                    isChosen
                    isChanged={false}
                    followed={item.follows.join(', ')}
                    onTick={null}
                  />
                ))}
              </ul>
            </section>
          </>
        )
      }}
    </Loaded>
  )
}

function WithdrawnFigure({
  withdrawal,
  planned,
}: {
  readonly withdrawal: NonNullable<PlannedReleaseView['withdrawal']>
  readonly planned: PlannedReleaseView
}): JSX.Element {
  const name = useQuery(indicatorQuery(withdrawal.indicator)).data?.value.name[locale] ?? withdrawal.indicator
  return (
    <dl>
      <dt>{words.withdrawal}</dt>
      <dd>{words.figure(name, withdrawal.period)}</dd>
      <dt>{words.reason}</dt>
      <dd>{planned.note?.[locale]}</dd>
    </dl>
  )
}

function useDecision(planned: PlannedReleaseView) {
  const { history } = useRouter()
  return useMutation({
    mutationFn: (decision: 'approve' | 'cancel') =>
      request(ReleaseResult, 'POST', `/releases/planned/${planned.number}/${decision}`),
    onSuccess: async ({ value: { release } }, decision) => {
      await refreshAll()
      if (release !== null) history.push(deskPath(locale, 'published', { number: String(release.number) }))
      else report({ text: decision === 'approve' ? words.approved : words.cancelled })
    },
    onError: () => refreshAll(),
  })
}

function Decisions({ planned }: { readonly planned: PlannedReleaseView }): JSX.Element | null {
  const mayPublish = useMay('publish')
  const decision = useDecision(planned)
  const { state, problem, needsApproval, approvedBy, own, publishAt, withdrawal } = planned
  if (!mayPublish || (state !== 'waiting' && state !== 'outdated')) return null
  const awaits = state === 'waiting' && problem === null && needsApproval && approvedBy === null
  const approve = withdrawal !== null ? words.approveWithdrawal : publishAt === null ? words.approveNow : words.approve
  return (
    <>
      {awaits && own && <p className="notice">{words.ownWaits}</p>}
      {decision.error !== null && <Failed error={decision.error} />}
      <div className="release-actions">
        {awaits && !own && (
          <Button
            weight="primary"
            onPress={() => {
              if (!decision.isPending) decision.mutate('approve')
            }}
          >
            {approve}
          </Button>
        )}
        {problem !== null && withdrawal === null && (
          <DeskLink
            className="button"
            data-weight="primary"
            to={stepPath('publish', onlyOf(planned), String(planned.number))}
          >
            {words.again}
          </DeskLink>
        )}
        <Button
          onPress={() => {
            if (!decision.isPending) decision.mutate('cancel')
          }}
        >
          {withdrawal === null ? words.cancel : words.cancelWithdrawal}
        </Button>
      </div>
      {awaits && !own && <p className="field-help">{words.final}</p>}
    </>
  )
}

function Planned({ planned }: { readonly planned: PlannedReleaseView }): JSX.Element {
  const { problem, approvedBy, withdrawal, state } = planned
  return (
    <Framed
      title={planned.title[locale]}
      trail={[
        { href: deskPath(locale, 'publish'), label: words.up },
        { href: deskPath(locale, 'plannedReleases'), label: words.title },
      ]}
      lead={`${stateInWords(planned)}. ${words.columns.when}: ${whenInWords(planned)}.`}
    >
      <p>
        {words.planned(planned.plannedBy, momentInWords(planned.plannedAt))}{' '}
        {approvedBy !== null && words.approvedBy(approvedBy)}
      </p>
      {problem !== null && (
        <div className="notice" data-tone="doubt">
          <p>{words.problems[problem]}</p>
          {problem === 'changed' && <ChangedSince planned={planned} />}
        </div>
      )}
      <Decisions planned={planned} />
      {withdrawal !== null && <WithdrawnFigure withdrawal={withdrawal} planned={planned} />}
      {withdrawal === null && (state === 'waiting' || state === 'outdated') && <Content planned={planned} />}
    </Framed>
  )
}

/** A release or a withdrawal that waits: what it brings, who planned it, and what can be decided. */
export function Page(): JSX.Element {
  const { number } = z.object({ number: z.string() }).parse(useParams({ strict: false }))
  const query = useQuery(plannedReleaseQuery(number))
  if (query.data !== undefined) return <Planned planned={query.data.value} />
  return (
    <Framed title={words.number(number)}>
      <Loaded query={query}>{() => null}</Loaded>
    </Framed>
  )
}
