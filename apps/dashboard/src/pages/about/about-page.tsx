import { ObservationStatus } from '@pejling/domain/observation/observation'
import type { Verdict } from '@pejling/domain/progress/assessment'
import type { FrameworkDocument } from '@pejling/domain/release/documents'
import { statusWords } from '@pejling/domain/sentence/verdict-words'
import type { JSX, ReactNode } from 'react'
import { usePage } from '../../components/page-context.ts'
import { VerdictMark, VerdictName } from '../../components/verdict.tsx'
import { comparedWords } from './compared-words.ts'
import { aboutWords } from './messages.ts'
import type { Part } from './messages.ts'

function Section({ part, children }: { readonly part: Part; readonly children?: ReactNode }): JSX.Element {
  return (
    <section aria-labelledby={part.id}>
      <h2 id={part.id}>{part.title}</h2>
      {part.text.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {children}
    </section>
  )
}

const byTarget: readonly Verdict[] = ['reached', 'on-track', 'behind', 'too-slow', 'no-change', 'wrong-way', 'overdue']
const byTrend: readonly Verdict[] = ['improving', 'stable', 'unclear', 'worsening']
const without: readonly Verdict[] = ['not-assessed', 'no-data']

function VerdictList({ title, verdicts }: { readonly title: string; readonly verdicts: readonly Verdict[] }) {
  const { locale } = usePage()
  const { rules } = aboutWords[locale]
  return (
    <>
      <h3>{title}</h3>
      <dl className="verdict-rules">
        {verdicts.map((verdict) => (
          <div key={verdict}>
            <dt>
              <VerdictMark verdict={verdict} size={20} />
              <VerdictName verdict={verdict} />
            </dt>
            <dd>{rules[verdict]}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

/** What stands beside a figure, or in its place. */
function Marks(): JSX.Element {
  const { locale } = usePage()
  return (
    <dl className="mark-list">
      {ObservationStatus.options
        .filter((status) => statusWords[status].mark !== '')
        .map((status) => (
          <div key={status}>
            <dt>{statusWords[status].mark}</dt>
            <dd>{statusWords[status].words[locale]}</dd>
          </div>
        ))}
    </dl>
  )
}

interface PolicyProps {
  readonly document: FrameworkDocument
  /** Where its part of the page is found, and what it is called. */
  readonly id: string
  readonly title: string
}

function Policy({ document: { framework }, id, title }: PolicyProps): JSX.Element {
  const { locale, words, links } = usePage()
  const { policy, challenges } = aboutWords[locale]
  return (
    <Section part={{ ...policy, id, title }}>
      <p>
        <a href={links.policy(framework.slug)}>{framework.title[locale]}</a>, {framework.organisation.name[locale]}.{' '}
        {words.purpose(framework.purpose[locale].replace(/\.?$/, '.'))}
      </p>
      <p>{framework.vision[locale].replace(/\.?$/, '.')}</p>
      {framework.challenges.length > 0 && (
        <>
          <h3>{challenges}</h3>
          <ul>
            {framework.challenges.map((challenge) => (
              <li key={challenge.da}>{challenge[locale]}</li>
            ))}
          </ul>
        </>
      )}
      {framework.note && <p>{framework.note[locale]}</p>}
    </Section>
  )
}

/** The method in plain words: what each verdict means, how sure it is, and what the figures do not say. */
export function AboutPage({ frameworks }: { readonly frameworks: readonly FrameworkDocument[] }): JSX.Element {
  const { locale, links } = usePage()
  const words = aboutWords[locale]
  const { inShort, verdicts, band, sure, goals, marks, few, releases, sources, unknown, again, policy } = words
  const policies = frameworks.map((document) => {
    const { slug, title } = document.framework
    return { document, ...(frameworks.length === 1 ? policy : { id: `${policy.id}-${slug}`, title: title[locale] }) }
  })
  const compared = comparedWords[locale]
  const parts = [inShort, verdicts, band, sure, compared, goals, marks, few, sources, releases, unknown, again]
  return (
    <div className="prose">
      <h1>{words.head.title}</h1>
      <p className="lead">{words.lead}</p>
      <nav className="contents" aria-labelledby="contents">
        <h2 id="contents">{words.contents}</h2>
        <ul>
          {[...parts, ...policies].map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      <Section part={inShort} />
      <Section part={verdicts}>
        <VerdictList title={words.withTarget} verdicts={byTarget} />
        <VerdictList title={words.withoutTarget} verdicts={byTrend} />
        <VerdictList title={words.neither} verdicts={without} />
      </Section>
      <Section part={band} />
      <Section part={sure}>
        <dl className="definition">
          {words.sureList.map(([term, text]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section part={compared} />
      <Section part={goals} />
      <Section part={marks}>
        <Marks />
      </Section>
      <Section part={few} />
      <Section part={sources} />
      <Section part={releases}>
        <p>
          <a href={links.page('releases')}>{words.allReleases}</a>
        </p>
      </Section>
      <Section part={unknown} />
      <Section part={again}>
        <p>
          <a href={links.page('data')}>{words.api}</a>
        </p>
      </Section>
      {policies.map((one) => (
        <Policy key={one.id} {...one} />
      ))}
    </div>
  )
}
