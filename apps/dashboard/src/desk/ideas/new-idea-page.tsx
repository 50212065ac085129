import { useRouter } from '@tanstack/react-router'
import { useState, type JSX } from 'react'
import { deskPath } from '@pejling/addresses/desk'
import { danishToday } from '../client/today.ts'
import { WorkspaceIdea } from '@pejling/domain/workspace/ideas'
import { locale } from '../client/locale.ts'
import { request } from '../client/request.ts'
import { FormFrame } from '../forms/form-frame.tsx'
import { useKeptForm } from '../forms/use-kept-form.ts'
import { report } from '../widgets/messages.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { fromIdeaForm, IdeaFields, IdeaForm } from './idea-fields.tsx'
import { words } from './words.ts'
import './room.css'

/** A new idea. */
export function Page(): JSX.Element {
  const { history } = useRouter()
  const [stands] = useState(() => ({
    value: {
      title: '',
      text: '',
      theme: '',
      voicedAt: '',
      voicedOn: danishToday(),
      goals: [],
      takenUpBy: [],
      whyNot: null,
    },
    etag: null,
  }))
  const kept = useKeptForm<IdeaForm>({
    name: 'new-idea',
    schema: IdeaForm,
    stands,
    save: ({ values }) => request(WorkspaceIdea, 'POST', '/ideas', { body: fromIdeaForm(values) }),
    onSaved: ({ value, changeSet }) => {
      const { slug, title } = WorkspaceIdea.parse(value)
      report({ text: words.added(title), changeSet })
      history.push(deskPath(locale, 'idea', { slug }))
    },
  })
  return (
    <Framed title={words.newIdea} trail={[{ href: deskPath(locale, 'allIdeas'), label: words.ideas }]} width="text">
      <FormFrame kept={kept} label={words.newIdea} save={words.add}>
        <IdeaFields control={kept.form.control} />
      </FormFrame>
    </Framed>
  )
}
