import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysAfter, reminderOn, remindersOf } from './reminder.ts'

const dataProviders = { keeper: 'ida@example.dk', deputy: 'bo@example.dk', owner: 'chef@example.dk' }

describe('reminders of a figure', () => {
  it('go to the keeper first, then also to the deputy, and to the owner where the figure is a fortnight late', () => {
    const told = remindersOf('2026-07-01', dataProviders).map(({ step, on, to }) => [step, on, to.map(({ as }) => as)])
    expect(told).toEqual([
      ['month-before', '2026-06-01', ['keeper']],
      ['week-before', '2026-06-24', ['keeper', 'deputy']],
      ['day-after', '2026-07-02', ['keeper', 'deputy']],
      ['fortnight-after', '2026-07-15', ['keeper', 'deputy', 'owner']],
    ])
  })

  it('name nobody twice, and nobody who is not there', () => {
    const [, , , last] = remindersOf('2026-07-01', { keeper: 'ida@example.dk', deputy: null, owner: 'ida@example.dk' })
    expect(last?.to).toEqual([{ email: 'ida@example.dk', as: 'keeper' }])
  })

  it('come one at a time, each once, in their order, whatever days are looked at', () => {
    const reminders = remindersOf('2026-07-01', dataProviders)
    const days = fc.uniqueArray(fc.integer({ min: -60, max: 400 }), { maxLength: 40 })
    fc.assert(
      fc.property(days, (looked) => {
        const sent = looked
          .sort((a, b) => a - b)
          .map((offset) => daysAfter('2026-07-01', offset))
          .flatMap((today) => {
            const reminder = reminderOn(reminders, today)
            expect(reminder === null || reminder.on <= today).toBe(true)
            return reminder ? [reminder.on] : []
          })
        expect(sent).toEqual(sent.toSorted())
      }),
    )
    expect(reminderOn(reminders, '2026-05-31')).toBeNull()
    expect(reminderOn(reminders, '2026-06-30')?.step).toBe('week-before')
    expect(reminderOn(reminders, '2027-07-01')?.step).toBe('fortnight-after')
  })
})
