import { useQuery } from '@tanstack/react-query'
import type { JSX } from 'react'
import { useController, type Control } from 'react-hook-form'
import { z } from 'zod'
import { dayInWords } from '../client/locale.ts'
import { FormText } from '../forms/fields.tsx'
import { Choice } from '../widgets/choice.tsx'
import { meetingsQuery, releasesQuery } from './meetings.ts'
import { words } from './words.ts'

/** What a meeting is called in forms, and where its figures are from. `release`: its number; `null`: the newest. */
export const MeetingForm = z.object({
  committee: z.string().trim().min(1).max(200),
  date: z.iso.date(),
  place: z.string().trim().min(1).max(200).nullable(),
  release: z.int().nullable(),
})
export type MeetingForm = z.infer<typeof MeetingForm>

function ReleaseField({ control }: { readonly control: Control }): JSX.Element | null {
  const { field } = useController({ control, name: 'release' })
  const { data = [] } = useQuery(releasesQuery)
  const newest = data.reduce((number, one) => Math.max(number, one.number), 0)
  if (data.length === 0) return null
  return (
    <Choice
      label={words.release}
      help={words.releaseHelp}
      options={data
        .toSorted((a, b) => b.number - a.number)
        .map(({ number, publishedAt }) => ({
          value: String(number),
          label: words.releaseName(number, dayInWords(publishedAt)),
        }))}
      value={String(typeof field.value === 'number' ? field.value : newest)}
      onChange={(value) => field.onChange(Number(value))}
      onBlur={field.onBlur}
    />
  )
}

/** The fields of a meeting. */
export function MeetingFields({ control }: { readonly control: Control }): JSX.Element {
  const { field } = useController({ control, name: 'committee' })
  const { data = [] } = useQuery(meetingsQuery)
  const used = [...new Set(data.map(({ committee }) => committee))].filter((one) => one !== field.value)
  return (
    <>
      <FormText control={control} name="committee" label={words.committee} lang="da" />
      {used.length > 0 && (
        <div className="pills">
          <span className="field-help">{words.usedCommittees}</span>
          {used.slice(0, 6).map((committee) => (
            <button key={committee} type="button" className="pill" onClick={() => field.onChange(committee)}>
              {committee}
            </button>
          ))}
        </div>
      )}
      <div className="meeting-row">
        <FormText control={control} name="date" label={words.date} type="date" />
        <FormText control={control} name="place" label={words.place} lang="da" empty={null} />
      </div>
      <ReleaseField control={control} />
    </>
  )
}
