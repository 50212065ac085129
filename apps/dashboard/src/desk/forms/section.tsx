import { useEffect, useId, useRef, type JSX, type ReactNode } from 'react'
import { z } from 'zod'
import { wordsOf } from '../client/locale.ts'
import { useMay } from '../client/me.ts'
import { useSearchState } from '../client/search.ts'
import { Button } from '../widgets/button.tsx'
import './section.css'

const words = wordsOf({
  da: { edit: 'Ret', close: 'Luk uden at gemme', edited: (title: string) => `Ret ${title.toLowerCase()}` },
  en: { edit: 'Edit', close: 'Close without saving', edited: (title: string) => `Edit ${title.toLowerCase()}` },
})

const Search = z.object({ ret: z.string().catch('') })

/**
 * A part of a page: it is read, and edited where it stands by whoever may. Which part is open is in the address, so that a reload
 * finds it open with what has been typed.
 */
export function Section({
  id,
  title,
  actions,
  renderForm,
  children,
}: {
  /** Names the part in the address. */
  readonly id: string
  readonly title: string
  /** What can be done besides editing. */
  readonly actions?: ReactNode
  /** The form in its place; left out: nothing can be edited here. */
  readonly renderForm?: ((close: () => void) => ReactNode) | undefined
  readonly children: ReactNode
}): JSX.Element {
  const heading = useId()
  const [{ ret }, change] = useSearchState(Search)
  const mayEdit = useMay('definitions:write')
  const isOpen = renderForm !== undefined && mayEdit && ret === id
  const section = useRef<HTMLElement>(null)
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    if (wasOpen.current === isOpen) return
    wasOpen.current = isOpen
    const first = isOpen ? '.form :is(input, textarea, .field-button)' : '.section-actions button'
    section.current?.querySelector<HTMLElement>(first)?.focus()
  }, [isOpen])
  const close = (): void => change({ ret: undefined })
  return (
    <section ref={section} className="section" aria-labelledby={heading}>
      <div className="section-head">
        <h2 id={heading}>{title}</h2>
        {mayEdit && (
          <div className="section-actions">
            {actions}
            {renderForm !== undefined &&
              (isOpen ? (
                <Button weight="quiet" onPress={close}>
                  {words.close}
                </Button>
              ) : (
                <Button weight="quiet" aria-label={words.edited(title)} onPress={() => change({ ret: id })}>
                  {words.edit}
                </Button>
              ))}
          </div>
        )}
      </div>
      {isOpen ? renderForm(close) : children}
    </section>
  )
}
