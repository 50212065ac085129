import { describe, expect, it } from 'vitest'
import { actionForm } from '../desk/committee.ts'
import { exampleAction } from './action-plan.fixture.ts'
import { actionFields } from './action-fields.ts'
import { Action } from './action-plan.ts'

const plan = {
  year: 2026,
  mark: null,
  framework: 'politik',
  title: { da: 'Plan', en: 'Plan' },
  actions: [exampleAction('bus')],
}
const form = actionForm({ goals: [], indicators: [], plans: [], releases: [] }, plan)
const fields = Object.entries(actionFields)
const texts = fields.filter(([, { form: kind }]) => kind === 'line' || kind === 'paragraph')

describe('a field of an action', () => {
  it('is in the form as soon as it has a name, in both languages', () => {
    const { slug: _slug, continues: _continues, ...filledIn } = Action.shape
    expect(Object.keys(actionFields).toSorted()).toEqual(Object.keys(filledIn).toSorted())
    expect(form.fields(null, 'da').map(({ name, own }) => [name, own?.label])).toEqual(
      fields.map(([name, { label }]) => [name, label]),
    )
  })

  it.each(texts)('%s is what was typed in it, and every other field stays', (name) => {
    const before = exampleAction('bus', { goals: [], indicators: [] })
    const shown = new Map(
      form.fields(before, 'da').flatMap((field): [string, string][] => [
        [field.name, field.da],
        [`${field.name}.en`, field.en ?? ''],
      ]),
    )
    shown.set(name, 'Nyt').set(`${name}.en`, 'New')
    const read = form.read(before, (one) => shown.get(one) ?? '', 'da')
    expect(read).toEqual({ value: { ...before, [name]: { da: 'Nyt', en: 'New' } } })
  })
})
