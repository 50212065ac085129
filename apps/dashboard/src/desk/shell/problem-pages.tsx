import type { ErrorComponentProps } from '@tanstack/react-router'
import type { JSX } from 'react'
import { deskPath } from '@pejling/addresses/desk'
import { locale, wordsOf } from '../client/locale.ts'
import { DeskLink } from '../widgets/desk-link.tsx'
import { Page } from '../widgets/page.tsx'
import { Failed } from '../widgets/state.tsx'

const words = wordsOf({
  da: {
    missing: 'Siden findes ikke',
    missingText: 'Adressen hører ikke til nogen side på skrivebordet.',
    home: 'Gå til overblikket',
    failed: 'Siden kunne ikke vises',
  },
  en: {
    missing: 'There is no such page',
    missingText: 'The address belongs to no page of the desk.',
    home: 'Go to the overview',
    failed: 'The page could not be shown',
  },
})

/** An address that belongs to no page. */
export function NoSuchPage(): JSX.Element {
  return (
    <Page title={words.missing} width="text">
      <p>{words.missingText}</p>
      <p>
        <DeskLink to={deskPath(locale, 'home')}>{words.home}</DeskLink>
      </p>
    </Page>
  )
}

/** A page that failed while it was made. */
export function PageFailed({ error, reset }: ErrorComponentProps): JSX.Element {
  return (
    <Page title={words.failed} width="text">
      <Failed error={error instanceof Error ? error : new Error(String(error))} retry={reset} />
    </Page>
  )
}
