import { isUntranslated, type Text } from '@pejling/domain/text'
import type { JSX, ReactNode } from 'react'
import { locale, wordsOf } from '../client/locale.ts'

const words = wordsOf({
  da: { nothing: 'Ikke angivet', untranslated: 'Mangler på engelsk' },
  en: { nothing: 'Not given', untranslated: 'Not yet in English' },
})

/** A pill that says that a text has not been translated. */
export const Untranslated = (): JSX.Element => <span className="lacks">{words.untranslated}</span>

/** What is said of something, as a list of names and values. */
export function Said({ children }: { readonly children: ReactNode }): JSX.Element {
  return <dl className="said">{children}</dl>
}

/** One line of it; `children` that are empty say that nothing is given. */
export function SaidLine({
  label,
  children,
  empty = words.nothing,
}: {
  readonly label: string
  readonly children: ReactNode
  readonly empty?: string
}): JSX.Element {
  const isEmpty = children === null || children === undefined || children === '' || children === false
  return (
    <>
      <dt>{label}</dt>
      <dd>{isEmpty ? <span className="nothing-said">{empty}</span> : children}</dd>
    </>
  )
}

/** A text in the language of the page, with the other below it; what has not been translated says so. */
export function BothLanguages({ text }: { readonly text: Text | null | undefined }): JSX.Element | null {
  if (!text) return null
  const other = locale === 'da' ? 'en' : 'da'
  return (
    <>
      <span>{text[locale]}</span>{' '}
      {isUntranslated(text) ? (
        <Untranslated />
      ) : (
        text.en !== text.da && (
          <span className="text-other" lang={other}>
            {text[other]}
          </span>
        )
      )}
    </>
  )
}
