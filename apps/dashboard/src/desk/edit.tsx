import type { EditedField } from '@pejling/domain/desk/fields'
import type { DeskView } from '@pejling/domain/desk/views'
import type { JSX } from 'react'
import { usePage } from '../components/page-context.ts'
import { ReleaseChanges } from '../pages/releases/release-changes.tsx'
import { useDesk } from './desk-page.ts'
import { Field, FormProblem } from './forms.tsx'

type View = Extract<DeskView, { readonly page: 'edit' }>

const isLong = (form: EditedField['form']): boolean => form === 'paragraph' || form === 'list'

/** One entry of a field: its Danish or its English text, or the only one it has. */
function Entry({
  field,
  name,
  text,
  language,
  isFirst,
  isOnly,
  readOnly,
}: {
  readonly field: EditedField
  readonly name: string
  readonly text: string
  readonly language: 'da' | 'en' | null
  /** Whether it is the first of its field: what is wrong is said there. */
  readonly isFirst: boolean
  /** Whether it is the only one. */
  readonly isOnly: boolean
  readonly readOnly: boolean
}): JSX.Element {
  const { words, locale } = useDesk()
  const { form, options, optional, problem } = field
  const label = words.fields[field.name]
  const notes = [words.fieldNotes[field.name] === undefined ? null : `${field.name}-note`]
  const common = {
    id: name,
    name,
    lang: language ?? undefined,
    'aria-invalid': problem !== null || undefined,
    'aria-describedby':
      [...notes, problem === null ? null : `${field.name}-problem`].filter((id) => id !== null).join(' ') || undefined,
    required: !optional,
    readOnly,
  }
  const entry =
    form === 'choice' ? (
      <select {...common} defaultValue={text} disabled={readOnly}>
        {/* Nothing is chosen for anybody. */}
        {options.every(({ value }) => value !== text) && <option value={text}>{words.pick}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name[locale]}
          </option>
        ))}
      </select>
    ) : isLong(form) ? (
      <textarea {...common} defaultValue={text} rows={Math.max(3, Math.ceil(text.length / 45))} />
    ) : (
      <input {...common} defaultValue={text} type={form === 'date' ? 'date' : 'text'} autoComplete="off" />
    )
  return (
    <div className="desk-entry">
      <label htmlFor={name}>
        {language === null || isOnly ? label : `${label}, ${words.inLanguage[language]}`}
        {optional && <span className="note">{` ${words.optional}`}</span>}
      </label>
      {entry}
      {problem !== null && isFirst && (
        <span id={`${field.name}-problem`} className="desk-field-problem">
          {problem[locale]}
        </span>
      )}
    </div>
  )
}

function Fields({
  field,
  languages,
  readOnly,
}: {
  readonly field: EditedField
  readonly languages: View['languages']
  readonly readOnly: boolean
}): JSX.Element {
  const { words } = useDesk()
  const note = words.fieldNotes[field.name]
  return (
    <div className="desk-pair">
      {field.en === null ? (
        <Entry field={field} name={field.name} text={field.da} language={null} isFirst isOnly readOnly={readOnly} />
      ) : (
        languages.map((language) => (
          <Entry
            key={language}
            field={field}
            name={language === 'da' ? field.name : `${field.name}.en`}
            text={(language === 'da' ? field.da : field.en) ?? ''}
            language={language}
            isFirst={language === languages[0]}
            isOnly={languages.length === 1}
            readOnly={readOnly}
          />
        ))
      )}
      {note !== undefined && (
        <p id={`${field.name}-note`} className="note">
          {note}
        </p>
      )}
    </div>
  )
}

/** What saving would change for readers, said before it is done. */
function Consequences({ changes }: { readonly changes: View['changes'] }): JSX.Element | null {
  const { words } = useDesk()
  if (changes === undefined) return null
  return (
    <section className="desk-consequences" aria-labelledby="consequences" tabIndex={-1}>
      <h2 id="consequences">{words.consequences}</h2>
      {changes === null ? <p>{words.noConsequences}</p> : <ReleaseChanges changes={changes} />}
    </section>
  )
}

const ofCommittees: ReadonlySet<View['kind']> = new Set<View['kind']>([
  'indsats',
  'ny-indsats',
  'ide',
  'ny-ide',
  'moede',
  'nyt-moede',
  'punkt',
  'nyt-punkt',
])

/** The meeting something belongs to; `null`: none that is there already. An item's key is its meeting's, a dot, and its own. */
function meetingOf(kind: View['kind'], key: string): string | null {
  return kind === 'moede' || kind === 'punkt' || kind === 'nyt-punkt' ? (key.split('.')[0] ?? null) : null
}

/** From one side of a thing to its others. */
function Ways({ kind, slug }: { readonly kind: View['kind']; readonly slug: string }): JSX.Element {
  const { words, href } = useDesk()
  const { links } = usePage()
  const sides = [
    { to: 'indikator', path: href('edit', { kind: 'indikator', key: slug }), name: words.editTitles.indikator },
    { to: 'maaltal', path: href('edit', { kind: 'maaltal', key: slug }), name: words.editTitles.maaltal },
    { to: 'vurdering', path: href('edit', { kind: 'vurdering', key: slug }), name: words.editTitles.vurdering },
    { to: 'ansvarlig', path: href('edit', { kind: 'ansvarlig', key: slug }), name: words.editTitles.ansvarlig },
    { to: 'connection', path: href('connection', { slug }), name: words.titles.connection },
    { to: 'bedoemmelse', path: href('edit', { kind: 'bedoemmelse', key: slug }), name: words.editTitles.bedoemmelse },
    { to: 'figures', path: href('figures', { slug }), name: words.titles.figures },
  ]
  const meeting = meetingOf(kind, slug)
  return (
    <ul className="link-row">
      <li>
        {ofCommittees.has(kind) ? (
          <a href={href('committee')}>{words.titles.committee}</a>
        ) : (
          <a href={href('definitions')}>{words.titles.definitions}</a>
        )}
      </li>
      {meeting !== null && (
        <li>
          <a href={href('meeting', { slug: meeting })}>{words.titles.meeting}</a>
        </li>
      )}
      {sides.some(({ to }) => to === kind) &&
        sides
          .filter(({ to }) => to !== kind)
          .map(({ to, path, name }) => (
            <li key={to}>
              <a href={path}>{name}</a>
            </li>
          ))}
      {(kind === 'maal' || kind === 'kommentar') && (
        <li>
          <a href={links.goal(slug.replace(/-\d{4}$/, ''))}>{words.publicPage}</a>
        </li>
      )}
    </ul>
  )
}

/** A definition in its form: Danish and English side by side, and what would change before anything does. */
export function Edit({ view }: { readonly view: View }): JSX.Element {
  const { words, locale, href } = useDesk()
  const { kind, key, name, fields, languages, before, mayWrite, removable, saved, reason, problem, changes } = view
  const meeting = meetingOf(kind, key)
  return (
    <>
      <p className="lead">{name[locale]}</p>
      <Ways kind={kind} slug={key} />
      <p className="note">{words.editNotes[kind]}</p>
      {saved && (
        <output className="desk-done">
          {meeting === null ? words.savedDefinition : words.meeting.saved}{' '}
          {meeting === null ? (
            <a href={href('publish')}>{words.review}</a>
          ) : (
            <a href={href('meeting', { slug: meeting })}>{words.titles.meeting}</a>
          )}
        </output>
      )}
      {problem !== null && <FormProblem>{words.editProblems[problem]}</FormProblem>}
      {!mayWrite && <p>{words.mayNotEdit}</p>}
      <form className="desk-edit" noValidate method="post" action={href('edit', { kind, key })}>
        <input type="hidden" name="before" value={before} />
        {fields.map((field) => (
          <Fields key={field.name} field={field} languages={languages} readOnly={!mayWrite} />
        ))}
        {mayWrite && (
          <>
            <Consequences changes={changes} />
            <Field name="reason" label={words.reason} value={reason} required={false} note={words.reasonNote} />
            <p className="desk-buttons">
              <button type="submit" name="step" value="check">
                {words.check}
              </button>{' '}
              <button type="submit" name="step" value="save">
                {words.save}
              </button>{' '}
              {removable && (
                <button type="submit" name="step" value="remove">
                  {words.remove[kind]}
                </button>
              )}
            </p>
          </>
        )}
      </form>
    </>
  )
}
