import type { Text } from '@pejling/domain/text'
import { useState, type JSX } from 'react'
import { Button } from '../widgets/button.tsx'
import { Dialog } from '../widgets/dialog.tsx'
import { TextField } from '../widgets/field.tsx'
import { words } from './assignments-words.ts'

/** An office that no indicator has had before. */
export function OfficeDialog({
  onUse,
  onClose,
}: {
  readonly onUse: (office: Text) => void
  readonly onClose: () => void
}): JSX.Element {
  const [da, setDa] = useState('')
  const [en, setEn] = useState('')
  return (
    <Dialog title={words.newOffice} isOpen onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onUse({ da: da.trim(), en: en.trim() })
        }}
      >
        <TextField label={words.officeDa} value={da} onChange={setDa} lang="da" isRequired autoFocus />
        <TextField label={words.officeEn} value={en} onChange={setEn} lang="en" isRequired />
        <div className="dialog-foot">
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button weight="primary" type="submit" isDisabled={da.trim() === '' || en.trim() === ''}>
            {words.use}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
