import { deskPath, deskQuery } from '@pejling/addresses/desk'
import { comparedKinds, comparedSides } from '@pejling/addresses/words'
import type { ReleasePreview } from '@pejling/domain/workspace/releases'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import type { JSX } from 'react'
import { z } from 'zod'
import { locale, wordsOf } from '../client/locale.ts'
import { useMay } from '../client/me.ts'
import { overviewQuery } from '../client/overview.ts'
import { useSearchState } from '../client/search.ts'
import { Button } from '../widgets/button.tsx'
import { Finder, type Option } from '../widgets/choice.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { Empty, Loaded } from '../widgets/state.tsx'
import { previewQuery } from './queries.ts'
import { stepPath, useChosen } from './release-state.ts'
import { Steps } from './steps.tsx'

const words = wordsOf({
  da: {
    title: 'Siderne før og efter',
    lead: 'Som læserne ser dem i dag, og som de bliver.',
    page: 'Side',
    goal: (number: string, text: string) => `Mål ${number} ${text}`,
    before: 'I dag',
    after: 'Efter udgivelsen',
    next: 'Videre til titel og tid',
    none: 'Ingen side om et mål eller en indikator bliver anderledes.',
  },
  en: {
    title: 'The pages before and after',
    lead: 'As readers see them today, and as they will be.',
    page: 'Page',
    goal: (number: string, text: string) => `Goal ${number} ${text}`,
    before: 'Today',
    after: 'After the release',
    next: 'On to title and time',
    none: 'No page of a goal or an indicator will be different.',
  },
})

const Search = z.object({ side: z.string().optional().catch(undefined) })

/** The pages that will be otherwise: of the goals that are touched, and of the indicators. */
function pagesOf({ items }: ReleasePreview, goalTexts: ReadonlyMap<string, string>): Option[] {
  const chosen = items.filter((item) => item.chosen)
  const goals = [...new Set(chosen.flatMap((item) => item.goals))].toSorted((a, b) =>
    a.localeCompare(b, 'da', { numeric: true }),
  )
  const indicators = new Map(
    chosen.flatMap(({ kind, indicator, name }) =>
      kind === 'indicator' && indicator !== null ? [[indicator, name[locale]] as const] : [],
    ),
  )
  return [
    ...[...indicators].map(([slug, label]) => ({ value: `${comparedKinds.indicator}/${slug}`, label })),
    ...goals.map((number) => ({
      value: `${comparedKinds.goal}/${number}`,
      label: words.goal(number, goalTexts.get(number) ?? ''),
    })),
  ]
}

/** The page as it is and as it will be, beside each other. */
function Sides({ page, only }: { readonly page: string; readonly only: readonly string[] | null }): JSX.Element {
  const [kind = '', key = ''] = page.split('/')
  const chosen = only === null ? '' : deskQuery([['chosen', '1'], ...only.map((slug) => ['only', slug] as const)])
  return (
    <div className="release-sides">
      {(['before', 'after'] as const).map((side) => (
        <section key={side} aria-labelledby={`side-${side}`}>
          <h2 id={`side-${side}`}>{words[side]}</h2>
          <iframe
            key={page}
            title={words[side]}
            src={deskPath(locale, 'compareSide', { kind, key, side: comparedSides[side] }) + chosen}
            sandbox="allow-same-origin"
          />
        </section>
      ))}
    </div>
  )
}

function Comparing({ preview }: { readonly preview: ReleasePreview }): JSX.Element {
  const { history } = useRouter()
  const { only, again } = useChosen()
  const mayPublish = useMay('publish')
  const [{ side }, change] = useSearchState(Search)
  const goals = useQuery(overviewQuery).data?.value.goals ?? []
  const pages = pagesOf(preview, new Map(goals.map(({ number, text }) => [number, text[locale]])))
  const page = pages.find(({ value }) => value === side)?.value ?? pages[0]?.value
  return (
    <>
      {page === undefined ? (
        <Empty>{words.none}</Empty>
      ) : (
        <>
          <Finder
            key={pages.length}
            label={words.page}
            options={pages}
            value={page}
            onChange={(next) => change({ side: next })}
          />
          <Sides page={page} only={only} />
        </>
      )}
      {mayPublish && (
        <div className="form-foot">
          <Button weight="primary" onPress={() => history.push(stepPath('publishTitle', only, again))}>
            {words.next}
          </Button>
        </div>
      )}
    </>
  )
}

/** A step of publishing: public pages as they are and as they will be. */
export function Page(): JSX.Element {
  const { only } = useChosen()
  const query = useQuery(previewQuery(only))
  return (
    <Framed title={words.title} lead={words.lead}>
      <Steps current="publishPages" />
      <Loaded query={query}>{({ value }) => <Comparing preview={value} />}</Loaded>
    </Framed>
  )
}
