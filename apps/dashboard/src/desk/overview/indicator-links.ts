import { deskPath, deskQuery } from '@pejling/addresses/desk'
import { locale } from '../client/locale.ts'

/** The address of an indicator's figures, at the cell of a period where one is given. */
export const figuresAt = (slug: string, period: string | null = null): string =>
  deskPath(locale, 'figures', { slug }) + deskQuery([['period', period ?? '']])
