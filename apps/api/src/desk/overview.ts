import { matrixOf } from '@pejling/domain/desk/matrix'
import type { DeskView } from '@pejling/domain/desk/views'
import { danishDay } from '@pejling/domain/period/danish-day'
import { listPeople } from '../accounts/users.ts'
import type { Database } from '../db/database.ts'
import { listPlanned } from '../releases/planned.ts'
import { openReleaseStore } from '../releases/release-store.ts'
import { listIndicators } from '../workspace/definitions.ts'
import { dataProvidersOf } from '../workspace/data-providers.ts'
import { readIndicatorStates } from '../workspace/overview/indicator-states.ts'
import { listValidationFindings } from '../workspace/validation-findings.ts'

/** How many years stand in the matrix. */
const yearsShown = 10

/** How many warnings of an indicator are listed; the others are counted. */
const warningsShown = 50

/** What needs doing, to whoever has the address: figures that are due, what is odd, and what is not published yet. */
export function readDesk(db: Database, email: string): Extract<DeskView, { page: 'desk' }> {
  const store = openReleaseStore(db)
  const latest = store.latestNumber()
  const today = danishDay(db.clock())
  const thisYear = Number(today.slice(0, 4))
  const years = Array.from({ length: yearsShown }, (_, index) => thisYear - yearsShown + 1 + index)
  const indicators = listIndicators(db)
  const states = readIndicatorStates(db)
  const people = listPeople(db)
  const names = new Map(indicators.map(({ slug, name }) => [slug, name]))
  return {
    page: 'desk',
    rows: matrixOf(states, years, today),
    years,
    warnings: listValidationFindings(db, 'all').map(({ indicator, warnings }) => ({
      indicator,
      name: names.get(indicator) ?? { da: indicator, en: indicator },
      warnings: warnings.slice(0, warningsShown),
      count: warnings.length,
    })),
    changedFigures: states.reduce((sum, { drafts }) => sum + drafts, 0),
    keepers: indicators.flatMap(({ slug }) => {
      const asked = dataProvidersOf(db, slug)
      if (!asked) return []
      const addresses = [asked.keeper, ...(asked.deputy === null ? [] : [asked.deputy])]
      const named = addresses.map((address) => people.find((one) => one.email === address)?.name ?? address)
      return [{ indicator: slug, names: named, own: addresses.includes(email) }]
    }),
    last: store.release(latest),
    planned: listPlanned(db).filter(({ state }) => state === 'waiting' || state === 'outdated'),
  }
}
