import { useQuery } from '@tanstack/react-query'
import type { JSX } from 'react'
import { deskPath } from '@pejling/addresses/desk'
import { WorkspaceMeeting } from '@pejling/domain/workspace/meetings'
import { dayInWords, locale } from '../client/locale.ts'
import { useMay } from '../client/me.ts'
import { usePart } from '../client/parts.ts'
import type { Answered } from '../client/request.ts'
import { Section } from '../forms/section.tsx'
import { SectionForm } from '../forms/section-form.tsx'
import { Deletion } from '../widgets/deletion.tsx'
import { DeskLink } from '../widgets/desk-link.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { Said, SaidLine } from '../widgets/said.tsx'
import { Loaded } from '../widgets/state.tsx'
import { AddItems } from './add-items.tsx'
import { AgendaList } from './agenda.tsx'
import { MeetingFields } from './meeting-fields.tsx'
import { agendaQuery, meetingQuery, releasesQuery } from './meetings.ts'
import { Papers } from './papers.tsx'
import { Sharing } from './sharing.tsx'
import { useSubjects } from './subjects.ts'
import { words } from './words.ts'
import './room.css'

function AboutForm({
  stands,
  onDone,
}: {
  readonly stands: Answered<WorkspaceMeeting>
  readonly onDone: () => void
}): JSX.Element {
  return (
    <SectionForm
      edited={{ path: `/meetings/${stands.value.slug}`, schema: WorkspaceMeeting, stands }}
      section="about"
      fields={['committee', 'date', 'place', 'release']}
      label={words.about}
      onDone={onDone}
      isPreviewed={false}
    >
      {(control) => <MeetingFields control={control} />}
    </SectionForm>
  )
}

/** The form of what a meeting is, in the place where it is read. */
const aboutForm = (stands: Answered<WorkspaceMeeting>) => (close: () => void) => (
  <AboutForm stands={stands} onDone={close} />
)

function About({ stands }: { readonly stands: Answered<WorkspaceMeeting> }): JSX.Element {
  const { place, release } = stands.value
  const releases = useQuery(releasesQuery)
  const published = releases.data?.find(({ number }) => number === release)
  return (
    <Section id="om" title={words.about} renderForm={aboutForm(stands)}>
      <Said>
        <SaidLine label={words.place}>{place}</SaidLine>
        <SaidLine label={words.release}>
          {words.releaseName(release, published ? dayInWords(published.publishedAt) : '')}
        </SaidLine>
      </Said>
    </Section>
  )
}

function One({ stands }: { readonly stands: Answered<WorkspaceMeeting> }): JSX.Element {
  const { slug, committee, date } = stands.value
  const mayWrite = useMay('meetings')
  const agenda = useQuery(agendaQuery(slug))
  const subjects = useSubjects()
  const path = `/meetings/${slug}`
  const items = agenda.data?.value.items ?? []
  return (
    <Framed
      title={`${committee}, ${dayInWords(date)}`}
      trail={[{ href: deskPath(locale, 'meetings'), label: words.meetings }]}
      actions={
        <>
          {mayWrite && stands.value.sharing === 'draft' && (
            <Deletion
              path={path}
              label={words.deleteMeeting}
              done={words.deletedMeeting}
              leadsTo={deskPath(locale, 'meetings')}
            />
          )}
          <DeskLink className="button" to={deskPath(locale, 'notes', { slug })} target="_blank">
            {words.notesPage}
          </DeskLink>
        </>
      }
    >
      <div className="columns">
        <div>
          <section aria-labelledby="agenda">
            <h2 id="agenda">{words.agenda}</h2>
            <Loaded query={agenda}>
              {(loaded) => <AgendaList slug={slug} agenda={loaded} subjects={subjects} mayWrite={mayWrite} />}
            </Loaded>
            {mayWrite && <AddItems slug={slug} items={items} subjects={subjects} />}
          </section>
          <About stands={stands} />
        </div>
        <div className="meeting-side">
          <Sharing slug={slug} items={items} />
          <section aria-labelledby="papers">
            <h2 id="papers">{words.papers}</h2>
            <p className="field-help">{words.papersLead}</p>
            <Papers path={`${path}/papers`} hasClosed={items.some(({ closed }) => closed)} />
          </section>
        </div>
      </div>
    </Framed>
  )
}

/** One meeting: its agenda, its papers, and with whom it is shared. */
export function Page(): JSX.Element {
  const slug = usePart('slug')
  const query = useQuery(meetingQuery(slug))
  return <Loaded query={query}>{(stands) => <One key={slug} stands={stands} />}</Loaded>
}
