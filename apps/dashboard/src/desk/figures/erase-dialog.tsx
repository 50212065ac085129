import type { JSX } from 'react'
import { Button } from '../widgets/button.tsx'
import { Dialog } from '../widgets/dialog.tsx'
import { words } from './words.ts'

/** Asks what is meant by emptying cells that have figures: that these are there no more, or that they are missing. */
export function EraseDialog({
  count,
  onErase,
  onMissing,
  onClose,
}: {
  /** How many figures it is about; 0: nothing is asked. */
  readonly count: number
  readonly onErase: () => void
  readonly onMissing: () => void
  readonly onClose: () => void
}): JSX.Element {
  return (
    <Dialog title={words.eraseTitle(count)} isOpen={count > 0} onClose={onClose}>
      <p>{words.eraseAbout}</p>
      <div className="dialog-foot">
        <Button onPress={onClose}>{words.cancel}</Button>
        <Button onPress={onMissing}>{words.markMissing}</Button>
        <Button weight="primary" autoFocus onPress={onErase}>
          {words.erase(count)}
        </Button>
      </div>
    </Dialog>
  )
}
