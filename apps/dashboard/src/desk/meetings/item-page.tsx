import { useQuery } from '@tanstack/react-query'
import { useMemo, type JSX } from 'react'
import { deskPath } from '@pejling/addresses/desk'
import { WrittenItem } from '@pejling/domain/meeting/meeting'
import { dayInWords, locale } from '../client/locale.ts'
import { useMay } from '../client/me.ts'
import { usePart } from '../client/parts.ts'
import { request, type Answered } from '../client/request.ts'
import { FormFinder, FormSwitch, FormText } from '../forms/fields.tsx'
import { FormFrame } from '../forms/form-frame.tsx'
import { useKeptForm } from '../forms/use-kept-form.ts'
import { Deletion } from '../widgets/deletion.tsx'
import type { Option } from '../widgets/choice.tsx'
import { report } from '../widgets/messages.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { Loaded } from '../widgets/state.tsx'
import { fromItemForm, ItemForm, toItemForm } from './item-form.ts'
import { itemQuery, meetingQuery } from './meetings.ts'
import { Papers } from './papers.tsx'
import { itemName, subjectKey, useSubjects } from './subjects.ts'
import { words } from './words.ts'
import './room.css'

/** What an item can be about; what it has been about may be gone from the workspace since. */
function subjectsOf({ about }: WrittenItem, subjects: readonly Option[]): readonly Option[] {
  const key = subjectKey(about)
  const free = { value: 'text', label: words.ownText }
  const isThere = key === 'text' || subjects.some(({ value }) => value === key)
  return [free, ...(isThere ? [] : [{ value: key, label: itemName({ title: null, about }, subjects) }]), ...subjects]
}

function One({
  slug,
  stands,
  subjects,
}: {
  readonly slug: string
  readonly stands: Answered<WrittenItem>
  readonly subjects: readonly Option[]
}): JSX.Element {
  const item = stands.value
  const path = `/meetings/${slug}/items/${item.slug}`
  const mayWrite = useMay('meetings')
  const meeting = useQuery(meetingQuery(slug)).data?.value
  const standing = useMemo(() => ({ value: toItemForm(stands.value), etag: stands.etag }), [stands])
  const kept = useKeptForm<ItemForm>({
    name: path,
    schema: ItemForm,
    stands: standing,
    save: ({ values, patch, match }) => {
      const changed = Object.entries(fromItemForm(values)).filter(([name]) => name in patch)
      return request(WrittenItem, 'PATCH', path, { body: Object.fromEntries(changed), match })
    },
    reread: async () => {
      const { value, etag } = await request(WrittenItem, 'GET', path)
      return { value: toItemForm(value), etag }
    },
    onSaved: ({ changeSet }) => report({ text: words.savedItem, changeSet }),
  })
  const { control } = kept.form
  const above = deskPath(locale, 'meeting', { slug })
  const name = itemName(item, subjects)
  return (
    <Framed
      title={name}
      trail={[
        { href: deskPath(locale, 'meetings'), label: words.meetings },
        { href: above, label: meeting ? `${meeting.committee}, ${dayInWords(meeting.date)}` : slug },
      ]}
      lead={item.closed ? <span className="lacks">{words.closed}</span> : undefined}
      actions={
        mayWrite && <Deletion path={path} label={words.deleteItem} done={words.deletedItem(name)} leadsTo={above} />
      }
    >
      <div className="columns">
        <FormFrame kept={kept} label={words.item}>
          <FormFinder control={control} name="about" label={words.subject} options={subjectsOf(item, subjects)} />
          <FormText control={control} name="title" label={words.title} help={words.titleHelp} lang="da" empty={null} />
          <FormText control={control} name="point" label={words.point} lang="da" rows={4} empty={null} />
          <FormText
            control={control}
            name="recommendation"
            label={words.recommendation}
            lang="da"
            rows={3}
            empty={null}
          />
          <FormSwitch control={control} name="closed" label={words.isClosed} />
          <FormText
            control={control}
            name="notes"
            label={words.notes}
            help={words.notesHelp}
            lang="da"
            rows={2}
            empty={null}
          />
          <fieldset>
            <legend>{words.atMeeting}</legend>
            <FormText control={control} name="said" label={words.said} lang="da" rows={3} empty={null} />
            <FormText control={control} name="decision" label={words.decision} lang="da" rows={3} empty={null} />
          </fieldset>
          <fieldset>
            <legend>{words.followUp}</legend>
            <p className="field-help">{words.followUpHelp}</p>
            <div className="meeting-row">
              <FormText
                control={control}
                name="followUp.responsible"
                label={words.responsible}
                lang="da"
                empty={null}
              />
              <FormText control={control} name="followUp.due" label={words.due} type="date" empty={null} />
            </div>
            <FormSwitch control={control} name="followUp.done" label={words.done} />
            <FormText control={control} name="followUp.note" label={words.came} lang="da" rows={2} empty={null} />
          </fieldset>
        </FormFrame>
        <section aria-labelledby="paper" className="meeting-side">
          <h2 id="paper">{words.itemPaper}</h2>
          <p className="field-help">{words.papersLead}</p>
          <Papers path={`${path}/paper`} hasClosed={item.closed} />
        </section>
      </div>
    </Framed>
  )
}

/** One item of an agenda. */
export function Page(): JSX.Element {
  const [slug, key] = [usePart('slug'), usePart('key')]
  const query = useQuery(itemQuery(slug, key))
  const subjects = useSubjects()
  return (
    <Loaded query={query}>
      {(stands) => <One key={`${slug} ${key}`} slug={slug} stands={stands} subjects={subjects} />}
    </Loaded>
  )
}
