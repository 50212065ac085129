import { comparedKinds, deskParameters } from '@pejling/addresses/words'
import type { DeskView } from '@pejling/domain/desk/views'
import { countChanges } from '@pejling/domain/release/count-changes'
import { danishTime } from '@pejling/domain/release/planned'
import { inARow } from '@pejling/domain/text'
import type { Locale } from '@pejling/domain/text'
import type { JSX } from 'react'
import { ReleaseChanges } from '../pages/releases/release-changes.tsx'
import { useDesk, writtenMoment } from './desk-page.ts'
import { Field, FormProblem } from './forms.tsx'
import { Planned } from './planned.tsx'
import { publishWords } from './publish-messages.ts'

type View = Extract<DeskView, { readonly page: 'publish' }>

/** Which indicators are to be in the release; the others wait for the next. What is ticked here is what is published. */
function Choices({ choices }: Pick<View, 'choices'>): JSX.Element | null {
  const { words, locale } = useDesk()
  if (choices.length === 0) return null
  const chosen = choices.filter((one) => one.chosen).length
  return (
    <fieldset className="desk-choices">
      <legend>{words.choose}</legend>
      <p className="note">{words.chosen(chosen, choices.length)}</p>
      {choices.map(({ slug, name, chosen: isChosen, follows }) =>
        follows.length > 0 ? (
          <p key={slug}>
            {name[locale]}.{' '}
            <span className="note">
              {publishWords[locale].follows(
                inARow(
                  follows.map((one) => one[locale]),
                  locale,
                ),
              )}
            </span>
          </p>
        ) : (
          <label key={slug}>
            <input type="checkbox" name={deskParameters.only} value={slug} defaultChecked={isChosen} /> {name[locale]}
          </label>
        ),
      )}
    </fieldset>
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
            <a
              href={href('compare', { kind: comparedKinds.goal, key: number })}
            >{`${words.editTitles.maal} ${number}`}</a>
          </li>
        ))}
        {changes.indicators.map(({ indicator, name }) => (
          <li key={indicator}>
            <a href={href('compare', { kind: comparedKinds.indicator, key: indicator })}>{name[locale]}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Every text that would come out, by name. */
function Texts({ texts }: Pick<View, 'texts'>): JSX.Element | null {
  const { locale } = useDesk()
  const words = publishWords[locale]
  if (texts.length === 0) return null
  return (
    <section className="changes" aria-labelledby="texts-out">
      <h2 id="texts-out">
        {words.texts} <span className="change-count">{texts.length}</span>
      </h2>
      <p className="note">{words.textsNote}</p>
      <ul className="change-list">
        {texts.map(({ kind, change, name }) => (
          <li key={`${kind} ${change} ${name.da}`}>
            {`${words.textKinds[kind]}: ${name[locale]} (${words.textChanges[change]})`}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** All that would come out: texts, figures and verdicts, and pages before and after. */
function Outcome({ view: { changes, texts } }: { readonly view: View }): JSX.Element {
  const { locale } = useDesk()
  if (!changes) return <p>{publishWords[locale].nothingChosen}</p>
  return (
    <>
      <Texts texts={texts} />
      <ReleaseChanges changes={changes} />
      <Sides changes={changes} />
    </>
  )
}

function Words({ given }: Pick<View, 'given'>): JSX.Element {
  const { words, isIn } = useDesk()
  return (
    <>
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
    </>
  )
}

/** A moment of the form, `2026-12-01T08:00`, as it is read; `null`: it was left empty. */
function readable(publishAt: string, locale: Locale): string | null {
  const moment = danishTime(publishAt)
  return moment === null ? null : writtenMoment(moment, locale)
}

/** The last page: what will be published, in one sentence, and everything it is. */
function Confirm({ view }: { readonly view: View }): JSX.Element {
  const { words, locale, href } = useDesk()
  const own = publishWords[locale]
  const { changes, texts, seen, choices, needsApproval, given } = view
  const chosen = choices.filter((one) => one.chosen)
  return (
    <>
      {changes && (
        <form className="desk-form" method="post" action={href('publish')}>
          <p className="lead">
            {own.confirm({
              indicators: chosen.length,
              counts: countChanges(changes),
              texts: texts.length,
              at: readable(given.publishAt, locale),
            })}
          </p>
          {needsApproval && <p>{own.confirmApproval}</p>}
          <input type="hidden" name="seen" value={seen} />
          <input type="hidden" name={deskParameters.chosen} value="1" />
          {chosen.map(({ slug }) => (
            <input key={slug} type="hidden" name={deskParameters.only} value={slug} />
          ))}
          {Object.entries(given).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <p className="desk-buttons">
            <button type="submit" name="step" value="publish">
              {needsApproval ? words.sendForApproval : words.publish}
            </button>{' '}
            <button type="submit" name="step" value="back">
              {own.back}
            </button>
          </p>
        </form>
      )}
      <Outcome view={view} />
      {!changes && (
        <p>
          <a href={href('publish')}>{own.back}</a>
        </p>
      )}
    </>
  )
}

function Choose({ view }: { readonly view: View }): JSX.Element {
  const { words, locale, href } = useDesk()
  const { choices, mayPublish, needsApproval, given } = view
  return (
    <>
      <p className="lead">{words.reviewNote}</p>
      <Planned view={view} />
      {mayPublish ? (
        <form className="desk-form" method="post" action={href('publish')}>
          <input type="hidden" name={deskParameters.chosen} value="1" />
          <Choices choices={choices} />
          <Words given={given} />
          {needsApproval && <p className="note">{words.needsApproval}</p>}
          <button type="submit" name="step" value="look">
            {publishWords[locale].look}
          </button>
        </form>
      ) : (
        <p>{words.mayNotPublish}</p>
      )}
      <Outcome view={view} />
    </>
  )
}

/** What would come out, and the way to publish it: choose, look once more, publish. */
export function Publish({ view }: { readonly view: View }): JSX.Element {
  const { words } = useDesk()
  const { step, changes, choices, problem } = view
  if (!changes && choices.length === 0) {
    return (
      <>
        {problem !== null && <FormProblem>{words.publishProblems[problem]}</FormProblem>}
        <Planned view={view} />
        <p>{words.nothingToPublish}</p>
      </>
    )
  }
  return (
    <>
      {problem !== null && <FormProblem>{words.publishProblems[problem]}</FormProblem>}
      {step === 'confirm' ? <Confirm view={view} /> : <Choose view={view} />}
    </>
  )
}
