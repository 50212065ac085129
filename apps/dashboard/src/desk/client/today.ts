import { danishDay } from '@pejling/domain/period/danish-day'

/** The day it is in Denmark. */
export const danishToday = (): string => danishDay(new Date().toISOString())
