import { danishTime } from '@pejling/domain/release/planned'
import type { Locale } from '@pejling/domain/text'
import type { PlannedReleaseView, ReleasePreview } from '@pejling/domain/workspace/releases'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState, type JSX } from 'react'
import { momentInWords, wordsOf } from '../client/locale.ts'
import { siteLanguages } from '../shell/site.ts'
import { Button } from '../widgets/button.tsx'
import { TextField } from '../widgets/field.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { Loaded } from '../widgets/state.tsx'
import { Switch } from '../widgets/tick.tsx'
import { plannedReleaseQuery, previewQuery } from './queries.ts'
import { keepDraft, readDraft, stepPath, useChosen, type ReleaseWords } from './release-state.ts'
import { proposedTitle } from './release-words.ts'
import { Steps } from './steps.tsx'

const words = wordsOf({
  da: {
    title: 'Titel og tid',
    lead: 'Titlen står på udgivelsens egen side og i nyhedsfeedet.',
    titles: { da: 'Titel, dansk', en: 'Titel, engelsk' },
    notes: { da: 'Bemærkning, dansk', en: 'Bemærkning, engelsk' },
    noteHelp: 'Hvad læserne bør vide, for eksempel hvorfor et tal er rettet. Kan udelades.',
    empty: 'Skriv en titel.',
    noteEmpty: 'Skriv bemærkningen på begge sprog, eller lad begge stå tomme.',
    later: 'Udgiv på et senere tidspunkt',
    at: 'Tidspunkt, dansk tid',
    atHelp: (moment: string) => `Udgives ${moment}.`,
    atEmpty: 'Vælg en dag og et klokkeslæt.',
    past: 'Tidspunktet er passeret. Vælg et senere.',
    approval: 'En anden udgiver skal godkende udgivelsen, før den kommer ud.',
    next: 'Videre',
  },
  en: {
    title: 'Title and time',
    lead: 'The title is on the page of the release and in the news feed.',
    titles: { da: 'Title, Danish', en: 'Title, English' },
    notes: { da: 'Note, Danish', en: 'Note, English' },
    noteHelp: 'What readers should know, such as why a figure was corrected. May be left out.',
    empty: 'Write a title.',
    noteEmpty: 'Write the note in both languages, or leave both empty.',
    later: 'Publish at a later time',
    at: 'Time, in Denmark',
    atHelp: (moment: string) => `Comes out ${moment}.`,
    atEmpty: 'Choose a day and a time.',
    past: 'That time has passed. Choose a later one.',
    approval: 'Another publisher has to approve the release before it comes out.',
    next: 'Go on',
  },
})

/** The languages that have to be written: Danish always, English where the site has it. */
const languages: readonly Locale[] = siteLanguages.length === 0 ? ['da', 'en'] : siteLanguages

/** What is wrong with the words, by field. */
function problemsOf({ title, note, at }: ReleaseWords, isLater: boolean): ReadonlyMap<string, string> {
  const problems = new Map<string, string>()
  for (const one of languages) {
    if (title[one].trim() === '') problems.set(`title.${one}`, words.empty)
    const hasNote = languages.some((other) => note[other].trim() !== '')
    if (hasNote && note[one].trim() === '') problems.set(`note.${one}`, words.noteEmpty)
  }
  const moment = danishTime(at)
  if (isLater && moment === null) problems.set('at', words.atEmpty)
  if (isLater && moment !== null && moment <= new Date().toISOString()) problems.set('at', words.past)
  return problems
}

/** What is written in the one language of a site stands for the other as well. */
function inBothLanguages(text: ReleaseWords['title']): ReleaseWords['title'] {
  const [only] = languages.length === 1 ? languages : []
  return only === undefined ? text : { da: text[only], en: text[only] }
}

const nothing = { da: '', en: '' }

function Writing({
  preview,
  planned,
}: {
  readonly preview: ReleasePreview
  readonly planned: PlannedReleaseView | null
}): JSX.Element {
  const { history } = useRouter()
  const { only, again } = useChosen()
  const [draft, setDraft] = useState((): ReleaseWords => {
    const kept = readDraft(again).words
    const proposed = planned?.title ?? proposedTitle(preview.items)
    if (kept === null) return { title: proposed, note: planned?.note ?? nothing, at: '', ownTitle: false }
    return kept.ownTitle ? kept : { ...kept, title: proposed }
  })
  const [isLater, setLater] = useState(draft.at !== '')
  const [isTried, setTried] = useState(false)
  const problems = problemsOf(draft, isLater)
  const write = (part: Partial<ReleaseWords>): void => {
    const next = { ...draft, ...part }
    setDraft(next)
    keepDraft(again, { words: next })
  }
  const errorOf = (field: string): string | undefined => (isTried ? problems.get(field) : undefined)
  const moment = isLater ? danishTime(draft.at) : null
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (problems.size > 0) return
        write({
          title: inBothLanguages(draft.title),
          note: inBothLanguages(draft.note),
          at: isLater ? draft.at : '',
        })
        history.push(stepPath('publishConfirm', only, again))
      }}
    >
      <div className="text-pair">
        {languages.map((one) => (
          <TextField
            key={one}
            label={words.titles[one]}
            lang={one}
            value={draft.title[one]}
            onChange={(text) => write({ title: { ...draft.title, [one]: text }, ownTitle: true })}
            error={errorOf(`title.${one}`)}
          />
        ))}
      </div>
      <div className="text-pair">
        {languages.map((one) => (
          <TextField
            key={one}
            label={words.notes[one]}
            help={one === languages[0] ? words.noteHelp : undefined}
            lang={one}
            rows={2}
            value={draft.note[one]}
            onChange={(text) => write({ note: { ...draft.note, [one]: text } })}
            error={errorOf(`note.${one}`)}
          />
        ))}
      </div>
      <Switch isSelected={isLater} onChange={setLater}>
        {words.later}
      </Switch>
      {isLater && (
        <TextField
          label={words.at}
          type="datetime-local"
          value={draft.at}
          onChange={(at) => write({ at })}
          help={moment === null ? undefined : words.atHelp(momentInWords(moment))}
          error={errorOf('at')}
        />
      )}
      {preview.needsApproval && <p className="notice">{words.approval}</p>}
      <div className="form-foot">
        <Button weight="primary" type="submit">
          {words.next}
        </Button>
      </div>
    </form>
  )
}

function WritingAgain({ preview, number }: { readonly preview: ReleasePreview; readonly number: string }): JSX.Element {
  const query = useQuery(plannedReleaseQuery(number))
  return <Loaded query={query}>{({ value }) => <Writing preview={preview} planned={value} />}</Loaded>
}

/** A step of publishing: what the release is called, what is said of it, and when it comes out. */
export function Page(): JSX.Element {
  const { only, again } = useChosen()
  const query = useQuery(previewQuery(only))
  return (
    <Framed title={words.title} lead={words.lead}>
      <Steps current="publishTitle" />
      <Loaded query={query}>
        {({ value }) =>
          again === null ? <Writing preview={value} planned={null} /> : <WritingAgain preview={value} number={again} />
        }
      </Loaded>
    </Framed>
  )
}
