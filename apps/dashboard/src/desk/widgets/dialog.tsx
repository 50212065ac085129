import type { JSX, ReactNode } from 'react'
import { Dialog as Framed, Heading, Modal, ModalOverlay } from 'react-aria-components'

/** A dialogue over the page. `isOpen` is the caller's; Escape and pressing beside it ask to close. */
export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  isAlert = false,
  size = 'narrow',
}: {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  /** Something is decided in it: pressing beside it does not close it. */
  readonly isAlert?: boolean
  readonly size?: 'narrow' | 'wide'
}): JSX.Element {
  return (
    <ModalOverlay
      className="overlay"
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      isDismissable={!isAlert}
    >
      <Modal className="modal" data-size={size}>
        <Framed className="dialog" role={isAlert ? 'alertdialog' : 'dialog'}>
          <Heading slot="title">{title}</Heading>
          {children}
        </Framed>
      </Modal>
    </ModalOverlay>
  )
}
