import { useMutation } from '@tanstack/react-query'
import type { JSX } from 'react'
import { Button } from '../widgets/button.tsx'
import { report } from '../widgets/messages.tsx'
import { problemText } from '../widgets/state.tsx'
import { undoImport } from './import-queries.ts'
import { words } from './import-words.ts'

/** Brings back the figures as they were before a file was imported. */
export function UndoButton({ number, name }: { readonly number: number; readonly name: string }): JSX.Element {
  const undo = useMutation({
    mutationFn: () => undoImport(number),
    onSuccess: (wasOtherwise) => report({ text: wasOtherwise ? words.undone(name) : words.nothingToUndo }),
    onError: (error) => report({ text: problemText(error), tone: 'error' }),
  })
  return (
    <Button aria-label={`${words.undo}: ${name}`} isPending={undo.isPending} onPress={() => undo.mutate()}>
      {words.undo}
    </Button>
  )
}
