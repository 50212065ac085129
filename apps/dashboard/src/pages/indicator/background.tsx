import { formatDate, periodName, periodOf } from '@pejling/domain/period/period'
import type { PeriodKind } from '@pejling/domain/period/period'
import type { Assessment } from '@pejling/domain/progress/assessment'
import type { IndicatorDocument } from '@pejling/domain/release/documents'
import { sameSentence } from '@pejling/domain/sentence/stability-sentence'
import { methodWords } from '@pejling/domain/sentence/verdict-words'
import type { Source } from '@pejling/domain/source/source'
import { Fragment } from 'react'
import type { JSX } from 'react'
import { plainView } from '@pejling/addresses/view-request'
import { VerdictName } from '../../components/verdict.tsx'
import { usePage, useRelease } from '../../components/page-context.ts'
import { viewMessages } from './messages.ts'
import { Reuse } from './reuse.tsx'
import type { Publisher } from '../../documents/site.ts'

function Lineage({ lineage }: { readonly lineage: NonNullable<IndicatorDocument['lineage']> }): JSX.Element {
  const { locale, links } = usePage()
  return (
    <p>
      {`${viewMessages[locale].computedFrom} `}
      {lineage.inputs.map(({ slug, name }, index) => (
        <Fragment key={slug}>
          {index > 0 && (index === lineage.inputs.length - 1 ? ` ${viewMessages[locale].and} ` : ', ')}“
          <a href={links.indicator(slug)}>{name[locale]}</a>”
        </Fragment>
      ))}
      {`. ${lineage.words[locale]}.`}
    </p>
  )
}

/** What is counted and how: definition, fraction, reservations and breaks. */
export function WhatIsMeasured({ document }: { readonly document: IndicatorDocument }): JSX.Element {
  const { locale, words } = usePage()
  const { definition, numerator, denominator, caveats, breaks, cadence } = document.indicator
  return (
    <section aria-labelledby="measured">
      <h2 id="measured">{words.whatIsMeasured}</h2>
      <p>{definition[locale]}</p>
      {document.lineage && <Lineage lineage={document.lineage} />}
      {(numerator ?? denominator) && (
        <dl className="definition">
          {numerator && (
            <div>
              <dt>{words.numerator}</dt>
              <dd>{numerator[locale]}</dd>
            </div>
          )}
          {denominator && (
            <div>
              <dt>{words.denominator}</dt>
              <dd>{denominator[locale]}</dd>
            </div>
          )}
        </dl>
      )}
      {breaks.length > 0 && (
        <>
          <h3>{words.breaks}</h3>
          <ul>
            {breaks.map(({ period, reason }) => (
              <li key={period}>
                {periodName(periodOf(cadence.periodKind, period), locale)}: {reason[locale]}
              </li>
            ))}
          </ul>
        </>
      )}
      {caveats.length > 0 && (
        <>
          <h3>{words.caveats}</h3>
          <ul>
            {caveats.map((caveat) => (
              <li key={caveat.da}>{caveat[locale]}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** The verdict by every method that applies, side by side. */
function OtherMethods({ assessment }: { readonly assessment: Assessment }): JSX.Element | null {
  const { locale } = usePage()
  const words = viewMessages[locale]
  const others = assessment.variants.filter(({ kind }) => kind === 'other-method')
  if (others.length === 0) return null
  return (
    <details className="other-methods">
      <summary>{words.otherMethods}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.method}</th>
            <th scope="col">{words.verdict}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{`${methodWords[assessment.method.name][locale]} (${words.usedHere})`}</th>
            <td>
              <VerdictName verdict={assessment.verdict} />
            </td>
          </tr>
          {others.map(({ method, verdict }) => (
            <tr key={method}>
              <th scope="row">{methodWords[method][locale]}</th>
              <td>
                <VerdictName verdict={verdict} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

interface HowSureProps {
  readonly assessment: Assessment
  readonly periodKind: PeriodKind
}

/** How far the verdict can be trusted, and how it was computed. */
export function HowSure({ assessment, periodKind }: HowSureProps): JSX.Element {
  const { locale, words } = usePage()
  const { notes, variants, method } = assessment
  const same = sameSentence(variants, periodKind)
  return (
    <section aria-labelledby="sure">
      <h2 id="sure">{words.howSure}</h2>
      {notes.map((note) => (
        <p key={note.da}>{note[locale]}</p>
      ))}
      {same && <p>{same[locale]}</p>}
      <p>{words.computedBy(methodWords[method.name][locale], method.version)}</p>
      <OtherMethods assessment={assessment} />
    </section>
  )
}

function SourceEntry({ source }: { readonly source: Source }): JSX.Element {
  const { locale, words } = usePage()
  const { producer, title, table, url, licence } = source
  const name = [title[locale], ...(table === null ? [] : [words.tableAtProducer(table)])].join(', ')
  return (
    <li>
      {producer[locale]}: {url === null ? name : <a href={url}>{name}</a>}
      {licence && (
        <>
          . {words.licence}{' '}
          {licence.url === null ? licence.name[locale] : <a href={licence.url}>{licence.name[locale]}</a>}
        </>
      )}
    </li>
  )
}

interface HowItGotHereProps {
  readonly document: IndicatorDocument
  /** Whether every place is named here, rather than on the page of the table. */
  readonly namesEachPlace: boolean
}

/** How the figures got here: one line that leads to every place they were read. */
function HowItGotHere({ document, namesEachPlace }: HowItGotHereProps): JSX.Element | null {
  const { locale, words, links } = usePage()
  const { provenances, viaThirdParty, indicator } = document
  if (provenances.length === 0) return null
  const line = viaThirdParty ? words.viaThirdParty : words.provenances
  if (!namesEachPlace) {
    return (
      <p>
        <a href={`${links.indicator(indicator.slug, { ...plainView, show: 'table' })}#source`}>{line}</a>
      </p>
    )
  }
  return (
    <details className="provenances" open>
      <summary>{line}</summary>
      <ul>
        {provenances.map(({ slug, text, url, retrievedOn }) => (
          <li key={slug}>
            {url === null ? text[locale] : <a href={url}>{text[locale]}</a>}
            {retrievedOn !== null && ` ${words.retrievedOn(formatDate(retrievedOn, locale))}`}
          </li>
        ))}
      </ul>
    </details>
  )
}

interface SourceAndReleaseProps extends HowItGotHereProps {
  /** Whether there is anything to fetch. */
  readonly hasFigures: boolean
  readonly publisher: Publisher
}

/** Who produced the figures, how they came here, in which release they stand, and where to fetch them. */
export function SourceAndRelease({
  document,
  namesEachPlace,
  hasFigures,
  publisher,
}: SourceAndReleaseProps): JSX.Element {
  const { locale, words, links } = usePage()
  const release = useRelease()
  const { indicator, sources } = document
  return (
    <section aria-labelledby="source">
      <h2 id="source">{words.sourceAndRelease}</h2>
      <ul>
        {sources.map((source) => (
          <SourceEntry key={source.slug} source={source} />
        ))}
      </ul>
      <HowItGotHere document={document} namesEachPlace={namesEachPlace} />
      {indicator.owner && <p>{words.owner(indicator.owner[locale])}</p>}
      <p>
        <a href={links.release(release.number)}>
          {words.shownRelease(release.number, formatDate(release.publishedAt, locale))}
        </a>
      </p>
      <h3>{words.download}</h3>
      <ul className="link-row">
        {hasFigures && (
          <>
            <li>
              <a href={links.observationsCsv(indicator.slug)}>{words.downloadCsv}</a>
            </li>
            <li>
              <a href={links.figuresAs(indicator.slug, 'xlsx')}>XLSX</a>
            </li>
            <li>
              <a href={links.figuresAs(indicator.slug, 'json-stat')}>JSON-stat</a>
            </li>
            <li>
              <a href={links.figuresAs(indicator.slug, 'zip')}>{words.downloadZip}</a>
            </li>
            <li>
              <a href={links.chartSvg(indicator.slug)}>{viewMessages[locale].chartFile}</a>
            </li>
            <li>
              <a href={links.chartPng(indicator.slug)}>{viewMessages[locale].chartPicture}</a>
            </li>
          </>
        )}
        <li>
          <a href={links.indicatorJson(indicator.slug)}>{words.downloadJson}</a>
        </li>
      </ul>
      {hasFigures && <Reuse document={document} publisher={publisher} />}
    </section>
  )
}
