import { useEffect, useEffectEvent, type JSX } from 'react'
import { Button } from '../widgets/button.tsx'
import { TextField } from '../widgets/field.tsx'
import { words } from './words.ts'

/** Saving, always in sight: what for, and how much. Ctrl+S saves. */
export function SaveBar({
  count,
  reason,
  onReason,
  onSave,
  onDiscard,
  isSaving,
}: {
  readonly count: number
  readonly reason: string
  readonly onReason: (reason: string) => void
  readonly onSave: () => void
  readonly onDiscard: () => void
  readonly isSaving: boolean
}): JSX.Element {
  const save = useEffectEvent(onSave)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key !== 's') return
      event.preventDefault()
      save()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  return (
    <form
      className="form-foot figures-foot"
      aria-label={words.saveNothing}
      onSubmit={(event) => {
        event.preventDefault()
        onSave()
      }}
    >
      <TextField label={words.reason} value={reason} onChange={onReason} />
      {count > 0 && <span className="field-help">{words.keptHere}</span>}
      {count > 0 && <Button onPress={onDiscard}>{words.discard}</Button>}
      <Button weight="primary" type="submit" isPending={isSaving} isDisabled={count === 0}>
        {count === 0 ? words.saveNothing : words.save(count)}
      </Button>
    </form>
  )
}
