import type { DeskView } from '@pejling/domain/desk/views'
import type { JSX } from 'react'
import { ReleaseChanges } from '../features/releases/release-changes.tsx'
import { useDesk, writtenMoment } from './desk-page.ts'
import { Field, FormProblem } from './forms.tsx'

type View = Extract<DeskView, { readonly page: 'publish' }>

/** Which indicators are to be in the release; the others wait for the next. */
function Choices({ choices }: Pick<View, 'choices'>): JSX.Element | null {
  const { words, locale, href } = useDesk()
  if (choices.length < 2) return null
  const chosen = choices.filter((one) => one.chosen).length
  return (
    <details className="desk-choices" open={chosen < choices.length}>
      <summary>{words.chosen(chosen, choices.length)}</summary>
      <form method="get" action={href('/udgiv')}>
        <input type="hidden" name="valg" value="1" />
        <fieldset>
          <legend>{words.choose}</legend>
          {choices.map(({ slug, name, chosen: isChosen }) => (
            <label key={slug}>
              <input type="checkbox" name="kun" value={slug} defaultChecked={isChosen} /> {name[locale]}
            </label>
          ))}
        </fieldset>
        <button type="submit">{words.showChosen}</button>
      </form>
    </details>
  )
}

/** The way to the review of just these indicators. */
function reviewOf(indicators: 'all' | readonly string[]): string {
  if (indicators === 'all') return ''
  const query = new URLSearchParams([['valg', '1'], ...indicators.map((slug) => ['kun', slug])])
  return `?${query.toString()}`
}

/** Releases that have been decided and not made yet. */
function Planned({ view }: { readonly view: View }): JSX.Element | null {
  const { words, locale, href } = useDesk()
  const { planned, mayPublish } = view
  if (planned.length === 0) return null
  return (
    <section aria-labelledby="planned">
      <h2 id="planned">{words.planned}</h2>
      <ul className="desk-list">
        {planned.map(
          ({ number, title, indicators, plannedBy, publishAt, needsApproval, approvedBy, state, own, isCurrent }) => (
            <li key={number}>
              <span>
                <a href={`${href('/udgiv')}${reviewOf(indicators)}`}>{title[locale]}</a>{' '}
                <span className="note">
                  {`${plannedBy.name}${publishAt === null ? '' : `, ${writtenMoment(publishAt, locale)}`}`}
                </span>
              </span>
              <span>
                {state === 'outdated'
                  ? words.plannedStates.outdated
                  : !isCurrent
                    ? words.plannedStates.changed
                    : needsApproval && approvedBy === null
                      ? words.plannedStates.unapproved
                      : words.plannedStates.waiting}
              </span>
              {mayPublish && state === 'waiting' && (
                <form className="desk-buttons" method="post" action={href('/planlagt')}>
                  <input type="hidden" name="number" value={number} />
                  {isCurrent && needsApproval && approvedBy === null && !own && (
                    <button type="submit" name="decision" value="approve">
                      {words.approve}
                    </button>
                  )}
                  <button type="submit" name="decision" value="cancel">
                    {words.cancelPlanned}
                  </button>
                </form>
              )}
            </li>
          ),
        )}
      </ul>
      {planned.some(
        ({ isCurrent, own, needsApproval: needs, approvedBy }) => isCurrent && needs && !own && approvedBy === null,
      ) && <p className="note">{words.approveNote}</p>}
    </section>
  )
}

/** The ways to the public pages that would change, each before and after. */
function Sides({ changes }: { readonly changes: NonNullable<View['changes']> }): JSX.Element | null {
  const { words, locale, href } = useDesk()
  const goals = changes.documents.flatMap(({ path }) => /^goals\/(.+)$/.exec(path)?.[1] ?? [])
  if (goals.length + changes.indicators.length === 0) return null
  return (
    <section aria-labelledby="sides">
      <h2 id="sides">{words.seeSides}</h2>
      <ul className="link-row">
        {goals.map((number) => (
          <li key={number}>
            <a href={href(`/se/maal/${number}`)}>{`${words.editTitles.maal} ${number}`}</a>
          </li>
        ))}
        {changes.indicators.map(({ indicator, name }) => (
          <li key={indicator}>
            <a href={href(`/se/indikator/${indicator}`)}>{name[locale]}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Everything that would change, and the form that makes it so. */
export function Publish({ view }: { readonly view: View }): JSX.Element {
  const { words, href, isIn } = useDesk()
  const { changes, seen, choices, mayPublish, needsApproval, problem, given } = view
  if (!changes && choices.length === 0) {
    return (
      <>
        <Planned view={view} />
        <p>{words.nothingToPublish}</p>
      </>
    )
  }
  return (
    <>
      <p className="lead">{words.reviewNote}</p>
      {problem !== null && <FormProblem>{words.publishProblems[problem]}</FormProblem>}
      <Planned view={view} />
      <Choices choices={choices} />
      {changes ? <ReleaseChanges changes={changes} /> : <p>{words.nothingChosen}</p>}
      {changes && <Sides changes={changes} />}
      {mayPublish && changes ? (
        <form className="desk-form" method="post" action={href('/udgiv')}>
          <input type="hidden" name="seen" value={seen} />
          {choices.some(({ chosen }) => !chosen) && (
            <>
              <input type="hidden" name="valg" value="1" />
              {choices
                .filter(({ chosen }) => chosen)
                .map(({ slug }) => (
                  <input key={slug} type="hidden" name="kun" value={slug} />
                ))}
            </>
          )}
          {isIn('da') && <Field name="titleDa" label={words.titleDa} value={given.titleDa} />}
          {isIn('en') && <Field name="titleEn" label={words.titleEn} value={given.titleEn} />}
          {isIn('da') && (
            <Field name="noteDa" label={words.noteDa} value={given.noteDa} required={false} note={words.noteHelp} />
          )}
          {isIn('en') && <Field name="noteEn" label={words.noteEn} value={given.noteEn} required={false} />}
          <p className="desk-field">
            <label htmlFor="publishAt">{words.publishAt}</label>
            <input
              id="publishAt"
              name="publishAt"
              type="datetime-local"
              defaultValue={given.publishAt}
              aria-describedby="publishAt-note"
            />
            <span id="publishAt-note" className="note">
              {words.publishAtNote}
            </span>
          </p>
          {needsApproval && <p className="note">{words.needsApproval}</p>}
          <button type="submit">{needsApproval ? words.sendForApproval : words.publish}</button>
        </form>
      ) : (
        !mayPublish && <p>{words.mayNotPublish}</p>
      )}
    </>
  )
}
