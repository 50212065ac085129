import { deskPath } from '@pejling/addresses/desk'
import type { Indicator } from '@pejling/domain/indicator/indicator'
import type { WithdrawableFigure } from '@pejling/domain/workspace/releases'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState, type JSX } from 'react'
import { z } from 'zod'
import { locale } from '../client/locale.ts'
import { useMay } from '../client/me.ts'
import { useSearchState } from '../client/search.ts'
import { Button } from '../widgets/button.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { Empty, Loaded } from '../widgets/state.tsx'
import { indicatorQuery, previewQuery, tellingQuery, withdrawableQuery } from './queries.ts'
import './releases.css'
import { ConfirmWithdrawal } from './withdraw-confirm.tsx'
import { WithdrawFigures } from './withdraw-figures.tsx'
import { WithdrawReason } from './withdraw-reason.tsx'
import {
  figureKey,
  figureName,
  keepWithdrawDraft,
  readWithdrawDraft,
  saidInWords,
  WithdrawSearch,
  type WithdrawDraft,
} from './withdraw-state.ts'
import { Telling } from './withdraw-telling.tsx'
import { withdrawWords as words } from './withdraw-words.ts'

/** One figure: where it is told, why it must go, and the last look before it does. */
function Withdrawing({
  indicator,
  figure,
}: {
  readonly indicator: Indicator
  readonly figure: WithdrawableFigure
}): JSX.Element {
  const [{ trin }, change] = useSearchState(WithdrawSearch)
  const of = { indicator: indicator.slug, series: figure.series, period: figure.period }
  const key = `${of.indicator}/${figureKey(figure)}`
  const [draft, setDraft] = useState(() => readWithdrawDraft(key))
  const telling = useQuery(tellingQuery(of))
  const needsApproval = useQuery(previewQuery(null)).data?.value.needsApproval ?? false
  const write = (next: WithdrawDraft): void => {
    setDraft(next)
    keepWithdrawDraft(key, next)
  }
  const isReady = trin === 'bekraeft' && draft.reason.da.trim() !== '' && draft.reason.en.trim() !== ''
  return (
    <>
      <p className="page-lead">
        {figureName(indicator, figure)}: {saidInWords(indicator, figure).join(', ')}{' '}
        {!isReady && (
          <Button weight="quiet" onPress={() => change({ tal: undefined })}>
            {words.another}
          </Button>
        )}
      </p>
      <Loaded query={telling}>
        {({ value }) =>
          isReady ? (
            <ConfirmWithdrawal
              of={of}
              name={figureName(indicator, figure)}
              draft={draft}
              documents={value.documents}
              needsApproval={needsApproval}
              onBack={() => change({ trin: undefined }, true)}
            />
          ) : (
            <>
              <Telling telling={value} />
              <WithdrawReason
                draft={draft}
                needsApproval={needsApproval}
                onChange={write}
                onNext={(next) => {
                  write(next)
                  change({ trin: 'bekraeft' }, true)
                }}
              />
            </>
          )
        }
      </Loaded>
    </>
  )
}

function OfIndicator({ indicator }: { readonly indicator: Indicator }): JSX.Element {
  const [{ tal }] = useSearchState(WithdrawSearch)
  const query = useQuery(withdrawableQuery(indicator.slug))
  return (
    <Loaded query={query}>
      {(figures) => {
        const figure = figures.find((one) => figureKey(one) === tal)
        return figure === undefined ? (
          <WithdrawFigures indicator={indicator} figures={figures} />
        ) : (
          <Withdrawing key={tal} indicator={indicator} figure={figure} />
        )
      }}
    </Loaded>
  )
}

/** Withdrawing a published figure of an indicator: which, where it is told, why, and the last look. */
export function Page(): JSX.Element {
  const { slug } = z.object({ slug: z.string() }).parse(useParams({ strict: false }))
  const mayPublish = useMay('publish')
  const query = useQuery(indicatorQuery(slug))
  const name = query.data?.value.name[locale] ?? slug
  return (
    <Framed
      title={words.title(name)}
      trail={[
        { href: deskPath(locale, 'publish'), label: words.up },
        { href: deskPath(locale, 'withdrawals'), label: words.listTitle },
      ]}
    >
      {mayPublish ? (
        <Loaded query={query}>{({ value }) => <OfIndicator indicator={value} />}</Loaded>
      ) : (
        <Empty>{words.mayNot}</Empty>
      )}
    </Framed>
  )
}
