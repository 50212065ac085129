import { DryRun } from '@pejling/domain/workspace/answers'
import { Undone } from '@pejling/domain/workspace/change-sets'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { JSX } from 'react'
import { refreshAll } from '../client/queries.ts'
import { request } from '../client/request.ts'
import { Button } from '../widgets/button.tsx'
import { PreviewForReaders } from '../widgets/change-preview.tsx'
import { Dialog } from '../widgets/dialog.tsx'
import { report } from '../widgets/messages.tsx'
import { Failed, Loaded } from '../widgets/state.tsx'
import { historyWords as words } from './words.ts'

/** Undoing change sets: what readers would see of it first, then the button. */
export function UndoDialog({
  numbers,
  onClose,
}: {
  readonly numbers: readonly number[]
  readonly onClose: (isUndone: boolean) => void
}): JSX.Element {
  const trial = useQuery({
    queryKey: ['change-sets', 'undo', numbers],
    retry: false,
    queryFn: ({ signal }) =>
      request(DryRun, 'POST', '/change-sets/undo', {
        query: { dryRun: true },
        body: { changeSets: numbers },
        signal,
      }),
  })
  const undo = useMutation({
    mutationFn: () => request(Undone, 'POST', '/change-sets/undo', { body: { changeSets: numbers } }),
    onSuccess: async ({ value: { changeSet } }) => {
      onClose(true)
      report({ text: words.undone, changeSet })
      await refreshAll()
    },
  })
  return (
    <Dialog title={words.undoTitle} isOpen onClose={() => onClose(false)} isAlert size="wide">
      <p>{words.undoLead(numbers.length)}</p>
      <h3>{words.readers}</h3>
      <Loaded query={trial}>{({ value }) => <PreviewForReaders preview={value.preview} />}</Loaded>
      {undo.error !== null && <Failed error={undo.error} />}
      <div className="dialog-foot">
        <Button autoFocus onPress={() => onClose(false)}>
          {words.cancel}
        </Button>
        <Button
          weight="primary"
          isDisabled={trial.data === undefined}
          onPress={() => {
            if (!undo.isPending) undo.mutate()
          }}
        >
          {words.confirmUndo}
        </Button>
      </div>
    </Dialog>
  )
}
