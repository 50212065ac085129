import { z } from 'zod'
import type { DataProviders } from '../indicator/data-providers.ts'

/*
 * Reminders of figures that are to come: when they are sent, counted in days from the day a figure is expected, and to whom. Days
 * are days in Denmark.
 */

/** When a reminder is sent: before the day a figure is expected, or after it. */
export const ReminderStep = z.enum(['month-before', 'week-before', 'day-after', 'fortnight-after'])
export type ReminderStep = z.infer<typeof ReminderStep>

/** What a person has to do with an indicator's figures. */
export const ReminderRole = z.enum(['keeper', 'deputy', 'owner'])
export type ReminderRole = z.infer<typeof ReminderRole>

/** How many days after the expected day each reminder is sent (negative: before it), and to whom. The earliest comes first. */
const rules: Readonly<Record<ReminderStep, { readonly days: number; readonly to: readonly ReminderRole[] }>> = {
  'month-before': { days: -30, to: ['keeper'] },
  'week-before': { days: -7, to: ['keeper', 'deputy'] },
  'day-after': { days: 1, to: ['keeper', 'deputy'] },
  'fortnight-after': { days: 14, to: ['keeper', 'deputy', 'owner'] },
}

const day = 86_400_000

/** The day so many days after another. */
export const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * day).toISOString().slice(0, 10)

/** A reminder of one figure: which step it is, on which day it is sent, and to which e-mail addresses. */
export interface Reminder {
  readonly step: ReminderStep
  /** The day it is sent, in Denmark. */
  readonly on: string
  readonly to: readonly { readonly email: string; readonly as: ReminderRole }[]
}

/** All reminders of a figure that is expected on a day, the earliest first. No one is named twice in one. */
export function remindersOf(expectedOn: string, dataProviders: DataProviders): Reminder[] {
  return ReminderStep.options.map((step) => {
    const { days, to } = rules[step]
    const people = to.flatMap((as) => {
      const email = dataProviders[as] ?? null
      return email === null ? [] : [{ email, as }]
    })
    const once = people.filter(({ email }, index) => people.findIndex((one) => one.email === email) === index)
    return { step, on: daysAfter(expectedOn, days), to: once }
  })
}

/**
 * The reminder whose time it is on a day: the newest whose day has come. An earlier one that was not sent in its time is passed
 * over. `null`: none has come yet.
 */
export const reminderOn = (reminders: readonly Reminder[], today: string): Reminder | null =>
  reminders.findLast(({ on }) => on <= today) ?? null
