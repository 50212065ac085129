import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import type { JSX } from 'react'
import { deskPath } from '@pejling/addresses/desk'
import { Indicator } from '@pejling/domain/indicator/indicator'
import { inputsOf, type Derivation } from '@pejling/domain/indicator/derivation'
import { derivationWords } from '@pejling/domain/sentence/derivation-words'
import { locale, textOf } from '../client/locale.ts'
import { useMay } from '../client/me.ts'
import { areasQuery, dimensionsQuery, indicatorsQuery } from '../client/policy.ts'
import type { Answered } from '../client/request.ts'
import type { EditedDocument } from '../forms/section-form.tsx'
import { Section } from '../forms/section.tsx'
import { DeskLink } from '../widgets/desk-link.tsx'
import { Removal } from '../widgets/removal.tsx'
import { IndicatorFrame } from './frame.tsx'
import { About, Cautions, UnitAndDecimals, When } from './sections-what.tsx'
import { Belongs, GroupsAndSources } from './sections-where.tsx'
import { Judged, Privacy, Who } from './sections-how.tsx'
import { words } from './words.ts'

/** Fields of a definition that are none where every part of them is empty. */
const whole = ['noun', 'numeratorNoun', 'band']

/** What an indicator is, in sections that are edited where they stand. */
export function Page(): JSX.Element {
  return <IndicatorFrame tab="indicator">{(stands) => <Shown stands={stands} />}</IndicatorFrame>
}

function Shown({ stands }: { readonly stands: Answered<Indicator> }): JSX.Element {
  const { history } = useRouter()
  const mayEdit = useMay('definitions:write')
  const { slug, name, retiredOn, derived } = stands.value
  const path = `/indicators/${slug}`
  const edited: EditedDocument<Indicator> = { path, schema: Indicator, stands, whole }
  return (
    <>
      <About edited={edited} />
      {derived !== null && <Computed derived={derived} />}
      <UnitAndDecimals edited={edited} />
      <When edited={edited} />
      <Belongs edited={edited} />
      <GroupsAndSources edited={edited} />
      <Cautions edited={edited} />
      <Judged edited={edited} />
      <Who edited={edited} />
      <Privacy edited={edited} />
      {mayEdit && (
        <section className="section">
          <Removal
            of={{ path, name: textOf(name), retiredOn }}
            onDeleted={() => history.push(deskPath(locale, 'goals'))}
          />
        </section>
      )}
    </>
  )
}

/** The formula of a derived indicator, in words, and the indicators it is computed from. */
function Computed({ derived }: { readonly derived: Derivation }): JSX.Element {
  const { data: indicators = [] } = useQuery(indicatorsQuery)
  const { data: dimensions = [] } = useQuery(dimensionsQuery)
  const { data: areas = [] } = useQuery(areasQuery)
  return (
    <Section id="beregning" title={words.computed}>
      <p className="formula">{textOf(derivationWords(derived, { indicators, dimensions, areas }))}</p>
      <p className="field-help">{words.computedLead}</p>
      <p>
        {words.computedFrom}:{' '}
        {inputsOf(derived).map((slug, index) => (
          <span key={slug}>
            {index > 0 && ', '}
            <DeskLink to={deskPath(locale, 'indicator', { slug })}>
              {textOf(indicators.find((one) => one.slug === slug)?.name ?? { da: slug, en: slug })}
            </DeskLink>
          </span>
        ))}
      </p>
    </Section>
  )
}
