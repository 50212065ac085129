import { formatDate } from '@pejling/domain/period/period'
import { countChanges } from '@pejling/domain/release/count-changes'
import type { Release, ReleaseChangesDocument } from '@pejling/domain/release/release'
import type { IndicatorSummary } from '@pejling/domain/release/documents'
import type { Withdrawal } from '@pejling/domain/release/withdrawal'
import { changesSentence } from '@pejling/domain/sentence/changes-sentence'
import type { Locale } from '@pejling/domain/text'
import type { JSX } from 'react'
import { parameterWords } from '@pejling/addresses/words'
import { usePage } from '../../components/page-context.ts'
import { releaseWords } from './messages.ts'
import { ReleaseChanges } from './release-changes.tsx'

interface ReleasePageProps {
  readonly release: Release
  readonly changes: ReleaseChangesDocument
  /** All releases up to the one that is read, newest first. */
  readonly releases: readonly Release[]
  /** Figures taken out of it after it had been published. */
  readonly withdrawals: readonly Withdrawal[]
  /** For their names. */
  readonly indicators: readonly IndicatorSummary[]
  /** Whether the page is written as a file, and so is each comparison. */
  readonly asFile: boolean
}

/** What changed, in a sentence. */
function inShort(changes: ReleaseChangesDocument, locale: Locale): string {
  const words = releaseWords[locale]
  const counts = countChanges(changes)
  const holds = words.holds(counts.newIndicators, counts.added)
  if (changes.since > 0) {
    const sentence = changesSentence(counts)[locale]
    return words.since(changes.since, sentence.charAt(0).toLocaleLowerCase(locale) + sentence.slice(1))
  }
  return changes.release === 1 ? words.firstRelease(holds) : words.everythingUntil(changes.release, holds)
}

function Compare({
  release,
  changes,
  releases,
  asFile,
}: Pick<ReleasePageProps, 'release' | 'changes' | 'releases' | 'asFile'>): JSX.Element | null {
  const { locale, links } = usePage()
  const words = releaseWords[locale]
  const earlier = releases.filter(({ number }) => number < release.number)
  if (earlier.length < 2) return null
  if (asFile) {
    // As many files as there are pairs of releases: once is enough.
    if (links.pinnedTo !== null) return null
    return (
      <nav className="compare" aria-labelledby="since">
        <span id="since">{words.compareWith}</span>
        <ul className="link-row">
          {earlier.map(({ number, publishedAt }) => (
            <li key={number}>
              <a
                href={links.release(release.number, number)}
                aria-current={number === changes.since ? 'true' : undefined}
              >
                {words.numbered(number, formatDate(publishedAt, locale))}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    )
  }
  return (
    <form className="compare" action={links.release(release.number)}>
      <label htmlFor="since">{words.compareWith}</label>
      <select id="since" name={parameterWords.since[locale]} defaultValue={String(changes.since)}>
        {earlier.map(({ number, publishedAt }) => (
          <option key={number} value={number}>
            {words.numbered(number, formatDate(publishedAt, locale))}
          </option>
        ))}
        <option value="0">{words.beforeFirst}</option>
      </select>
      <button type="submit">{words.compare}</button>
    </form>
  )
}

function Proof({ release: { hash, previousHash } }: Pick<ReleasePageProps, 'release'>): JSX.Element {
  const { locale, links } = usePage()
  const words = releaseWords[locale]
  return (
    <section className="proof" aria-labelledby="proof">
      <h2 id="proof">{words.proof}</h2>
      <p>{words.proofText}</p>
      <dl>
        <div>
          <dt>{words.hash}</dt>
          <dd>
            <code>{hash}</code>
          </dd>
        </div>
        {previousHash !== null && (
          <div>
            <dt>{words.previousHash}</dt>
            <dd>
              <code>{previousHash}</code>
            </dd>
          </div>
        )}
      </dl>
      <p>
        <a href={links.releasesJson}>{words.allHashes}</a>
      </p>
    </section>
  )
}

/** The releases just before and after. */
function Neighbours({ release, releases }: Pick<ReleasePageProps, 'release' | 'releases'>): JSX.Element | null {
  const { locale, links } = usePage()
  const words = releaseWords[locale]
  const earlier = releases.find(({ number }) => number === release.number - 1)
  const later = releases.find(({ number }) => number === release.number + 1)
  if (!earlier && !later) return null
  return (
    <nav className="release-neighbours" aria-label={words.moreReleases}>
      {earlier && (
        <a rel="prev" href={links.release(earlier.number)}>
          <span aria-hidden="true">← </span>
          {words.one(earlier).title}
        </a>
      )}
      {later && (
        <a rel="next" href={links.release(later.number)}>
          {words.one(later).title}
          <span aria-hidden="true"> →</span>
        </a>
      )}
    </nav>
  )
}

/** Figures that were taken out of this release after it had been published, each with its reason. */
function Withdrawn({
  withdrawals,
  indicators,
}: Pick<ReleasePageProps, 'withdrawals' | 'indicators'>): JSX.Element | null {
  const { locale, links } = usePage()
  const words = releaseWords[locale]
  if (withdrawals.length === 0) return null
  return (
    <section aria-labelledby="withdrawn">
      <h2 id="withdrawn">{words.withdrawn}</h2>
      <p className="note">{words.withdrawnNote}</p>
      <ul className="withdrawn">
        {withdrawals.map(({ number, withdrawnAt, indicator: slug, period, reason }) => (
          <li key={number}>
            <a href={links.indicator(slug)}>{indicators.find((one) => one.slug === slug)?.name[locale] ?? slug}</a>
            {`, ${period}. ${words.withdrawnOn(formatDate(withdrawnAt, locale))} ${reason[locale]}`}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** One release: what it was about, what it changed, and what proves that it stands as it was published. */
export function ReleasePage({
  release,
  changes,
  releases,
  withdrawals,
  indicators,
  asFile,
}: ReleasePageProps): JSX.Element {
  const { locale, words: common, links } = usePage()
  const words = releaseWords[locale]
  const { number, note, publishedAt, publishedBy } = release
  return (
    <>
      <nav className="breadcrumb" aria-label={common.breadcrumb}>
        <ol>
          <li>
            <a href={links.page('releases')}>{words.list.title}</a>
          </li>
        </ol>
      </nav>
      <h1>{words.one(release).title}</h1>
      <p className="lead">{inShort(changes, locale)}</p>
      {note && <p className="release-note">{note[locale]}</p>}
      <p className="note release-by">{words.publishedBy(formatDate(publishedAt, locale), publishedBy)}</p>
      <ul className="link-row">
        <li>
          <a href={links.overviewIn(number)}>{words.asItWas(number)}</a>
        </li>
        <li>
          <a href={links.changesJson(number, changes.since)}>{words.json}</a>
        </li>
      </ul>
      <Withdrawn withdrawals={withdrawals} indicators={indicators} />
      <Compare release={release} changes={changes} releases={releases} asFile={asFile} />
      <ReleaseChanges changes={changes} />
      <Proof release={release} />
      <Neighbours release={release} releases={releases} />
    </>
  )
}
