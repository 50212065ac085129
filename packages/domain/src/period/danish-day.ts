const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Copenhagen',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The day clocks in Denmark show at a moment in UTC (`2026-12-31T23:00:00.000Z`): `2027-01-01`. A day is itself. */
export const danishDay = (at: string): string => (at.length === 10 ? at : clock.format(new Date(at)))
