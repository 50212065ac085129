import { WrittenItem } from '@pejling/domain/meeting/meeting'
import { z } from 'zod'
import { subjectKey, subjectOf } from './subjects.ts'

const { slug: _slug, position: _position, about: _about, followUp: _followUp, ...fields } = WrittenItem.shape

const Responsible = z.string().nullable()

/** An item as its form has it: the subject as one word, and the follow-up with all of its fields, empty where there is none. */
export const ItemForm = z
  .object({
    ...fields,
    about: z.string(),
    followUp: z.object({
      responsible: Responsible,
      due: z.iso.date().nullable(),
      done: z.boolean(),
      note: z.string().max(4000).nullable(),
    }),
  })
  .superRefine(({ about, title, followUp: { responsible, due, done, note } }, context) => {
    if (about === 'text' && title === null)
      context.addIssue({ code: 'too_small', minimum: 1, origin: 'string', input: title, path: ['title'] })
    if (responsible === null && (due !== null || done || note !== null)) {
      context.addIssue({
        code: 'too_small',
        minimum: 1,
        origin: 'string',
        input: responsible,
        path: ['followUp', 'responsible'],
      })
    }
  })
export type ItemForm = z.infer<typeof ItemForm>

/** The form of an item. */
export const toItemForm = ({ slug: _name, position: _place, about, followUp, ...rest }: WrittenItem): ItemForm => ({
  ...rest,
  about: subjectKey(about),
  followUp: followUp ?? { responsible: null, due: null, done: false, note: null },
})

/** What the API takes of a form. */
export const fromItemForm = ({ about, followUp, ...rest }: ItemForm): Omit<WrittenItem, 'slug' | 'position'> => ({
  ...rest,
  about: subjectOf(about),
  followUp: followUp.responsible === null ? null : { ...followUp, responsible: followUp.responsible },
})
