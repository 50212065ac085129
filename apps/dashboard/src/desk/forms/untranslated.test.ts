import { describe, expect, it } from 'vitest'
import { Goal } from '@pejling/domain/framework'
import { Indicator } from '@pejling/domain/indicator/indicator'
import { formSchema, fromForm, toForm } from './untranslated.ts'

const goal = { slug: 'skov', number: '1.3', focusArea: 'natur', text: { da: 'Mere skov', en: 'Mere skov' } }

describe('English that is missing', () => {
  it('is an empty field in a form, and the Danish words in what is saved', () => {
    const shown = toForm(goal)
    expect(shown).toEqual({ ...goal, text: { da: 'Mere skov', en: '' } })
    expect(fromForm(shown)).toEqual(goal)
    expect(formSchema(Goal).parse({ ...goal, text: { da: 'Mere vild skov' } }).text).toEqual({
      da: 'Mere vild skov',
      en: 'Mere vild skov',
    })
  })

  it('stays as it is where the words are the same in both languages', () => {
    expect(toForm({ da: 'EU', en: 'EU' })).toEqual({ da: 'EU', en: 'EU' })
  })
})

describe('a text that is empty in both languages', () => {
  it('is none where there need be none, and is asked for where it has to be', () => {
    const { shape } = Indicator
    expect(formSchema(shape.owner).safeParse({ da: ' ', en: '' }).success).toBe(false)
    expect(fromForm({ owner: { da: ' ', en: '' } })).toEqual({ owner: null })
    const refused = formSchema(Goal).safeParse({ ...goal, text: { da: '', en: '' } })
    expect(refused.error?.issues.map(({ path }) => path.join('.'))).toEqual(['text.da'])
  })
})
