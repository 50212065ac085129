import { deskPath } from '@pejling/addresses/desk'
import { parseSeriesKey } from '@pejling/domain/series'
import { DryRun } from '@pejling/domain/workspace/answers'
import { WithdrawalResult } from '@pejling/domain/workspace/releases'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import type { JSX } from 'react'
import { z } from 'zod'
import { locale } from '../client/locale.ts'
import { refreshAll } from '../client/queries.ts'
import { request } from '../client/request.ts'
import { forget } from '../forms/kept.ts'
import { Button } from '../widgets/button.tsx'
import { PreviewForReaders } from '../widgets/change-preview.tsx'
import { report } from '../widgets/messages.tsx'
import { Failed, Loaded, problemText } from '../widgets/state.tsx'
import { stepPath } from './release-state.ts'
import { typedNumber } from './withdraw-reason.tsx'
import { figureKey, type WithdrawDraft } from './withdraw-state.ts'
import { withdrawWords as words } from './withdraw-words.ts'

interface FigureOf {
  readonly indicator: string
  readonly series: string
  readonly period: string
}

/** Writes another figure in the place of one that has been withdrawn, as a draft. What went wrong is said, for the withdrawal stands. */
async function writeInstead({ indicator, series, period }: FigureOf, value: number): Promise<boolean> {
  const { area, categories } = parseSeriesKey(series)
  try {
    await request(z.unknown(), 'PATCH', `/observations/${indicator}`, {
      body: { observations: [{ area, categories, period, value }] },
      match: '*',
    })
    return true
  } catch (error) {
    report({ text: error instanceof Error ? problemText(error) : String(error), tone: 'error' })
    return false
  }
}

function useWithdrawing(of: FigureOf, name: string, { reason, way, value }: WithdrawDraft) {
  const { history } = useRouter()
  return useMutation({
    mutationFn: async () => {
      const body = { ...of, reason }
      const { value: done } = await request(WithdrawalResult, 'POST', '/withdrawals', { body })
      const instead = way === 'replace' && done.planned === null ? typedNumber(value) : null
      return { planned: done.planned, isReplaced: instead !== null && (await writeInstead(of, instead)) }
    },
    onSuccess: async ({ planned, isReplaced }) => {
      forget(`withdraw/${of.indicator}/${figureKey(of)}`)
      await refreshAll()
      if (planned !== null) {
        history.push(deskPath(locale, 'plannedRelease', { number: String(planned.number) }))
        report({ text: words.asked })
        return
      }
      history.push(deskPath(locale, 'withdrawals'))
      report(
        isReplaced
          ? {
              text: words.doneReplaced(name),
              link: { href: stepPath('publish', [of.indicator]), label: words.publishNew },
            }
          : { text: words.done(name) },
      )
    },
  })
}

/** The last look before a figure is removed: one sentence, and what readers would see. */
export function ConfirmWithdrawal({
  of,
  name,
  draft,
  documents,
  needsApproval,
  onBack,
}: {
  readonly of: FigureOf
  readonly name: string
  readonly draft: WithdrawDraft
  readonly documents: number
  readonly needsApproval: boolean
  readonly onBack: () => void
}): JSX.Element {
  const trial = useQuery({
    queryKey: ['withdrawals', 'trial', of, draft.reason],
    queryFn: ({ signal }) =>
      request(DryRun, 'POST', '/withdrawals', {
        query: { dryRun: true },
        body: { ...of, reason: draft.reason },
        signal,
      }),
  })
  const withdrawing = useWithdrawing(of, name, draft)
  return (
    <>
      <p className="release-sentence">
        {needsApproval ? words.askSentence(name, documents) : words.sentence(name, documents)}
      </p>
      <section aria-labelledby="readers">
        <h2 id="readers">{words.readers}</h2>
        <Loaded query={trial}>{({ value }) => <PreviewForReaders preview={value.preview} />}</Loaded>
      </section>
      {withdrawing.error !== null && <Failed error={withdrawing.error} />}
      {withdrawing.isPending && <output className="notice">{words.working}</output>}
      <div className="form-foot">
        <Button onPress={onBack}>{words.back}</Button>
        <Button
          weight="danger"
          onPress={() => {
            if (!withdrawing.isPending) withdrawing.mutate()
          }}
        >
          {needsApproval ? words.ask : words.withdraw}
        </Button>
      </div>
    </>
  )
}
