import { Locale } from '@pejling/domain/text'

/** What the server says of the site in the page that the desk begins in. */
const { demonstration, languages = '' } = document.querySelector<HTMLElement>('#desk')?.dataset ?? {}

/** Whether the figures are invented. */
export const isDemonstration = demonstration === 'true'

/** The languages the site is published in. */
export const siteLanguages: readonly Locale[] = Locale.options.filter((one) => languages.split(' ').includes(one))
