import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState, type JSX } from 'react'
import { deskPath } from '@pejling/addresses/desk'
import { WrittenItem } from '@pejling/domain/meeting/meeting'
import { WorkspaceMeeting } from '@pejling/domain/workspace/meetings'
import { z } from 'zod'
import { dayInWords, locale } from '../client/locale.ts'
import { request } from '../client/request.ts'
import { FormChoice } from '../forms/fields.tsx'
import { FormFrame } from '../forms/form-frame.tsx'
import { useKeptForm } from '../forms/use-kept-form.ts'
import { report } from '../widgets/messages.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { MeetingFields, MeetingForm } from './meeting-fields.tsx'
import { Agenda, meetingsQuery } from './meetings.ts'
import { words } from './words.ts'
import './room.css'

/** An agenda that is not copied. */
const none = 'ingen'

const Form = MeetingForm.extend({ copy: z.string() })
type Form = z.infer<typeof Form>

/** Puts what the items of another meeting are about on the agenda of this one. */
async function copyAgenda(from: string, to: string): Promise<void> {
  const { value } = await request(Agenda, 'GET', `/meetings/${from}/order`)
  for (const { about, title, closed } of value.items) {
    await request(WrittenItem, 'POST', `/meetings/${to}/items`, { body: { about, title, closed } })
  }
}

/** A new meeting, with an empty agenda or that of another. */
export function Page(): JSX.Element {
  const { history } = useRouter()
  const { data: meetings = [] } = useQuery(meetingsQuery)
  const [stands] = useState({ value: { committee: '', date: '', place: null, release: null, copy: none }, etag: null })
  const kept = useKeptForm<Form>({
    name: 'new-meeting',
    schema: Form,
    stands,
    save: async ({ values: { copy, release, ...rest } }) => {
      const answer = await request(WorkspaceMeeting, 'POST', '/meetings', {
        body: { ...rest, ...(release === null ? {} : { release }) },
      })
      if (copy !== none) await copyAgenda(copy, answer.value.slug)
      return answer
    },
    onSaved: ({ value }) => {
      report({ text: words.made })
      history.push(deskPath(locale, 'meeting', { slug: WorkspaceMeeting.parse(value).slug }))
    },
  })
  const { control } = kept.form
  return (
    <Framed
      title={words.newMeeting}
      trail={[{ href: deskPath(locale, 'meetings'), label: words.meetings }]}
      width="text"
    >
      <FormFrame kept={kept} label={words.newMeeting} save={words.make}>
        <MeetingFields control={control} />
        {meetings.length > 0 && (
          <FormChoice
            control={control}
            name="copy"
            label={words.copy}
            help={words.copyHelp}
            options={[
              { value: none, label: words.copyNone },
              ...meetings.map(({ slug, committee, date }) => ({
                value: slug,
                label: `${committee}, ${dayInWords(date)}`,
              })),
            ]}
          />
        )}
      </FormFrame>
    </Framed>
  )
}
