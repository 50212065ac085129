import { periodProblem, readPeriodText } from '@pejling/domain/intake/period-text'
import { parsePeriod, periodExample, periodName, type PeriodKind } from '@pejling/domain/period/period'
import { useState, type JSX } from 'react'
import { locale } from '../client/locale.ts'
import { Button } from '../widgets/button.tsx'
import { Dialog } from '../widgets/dialog.tsx'
import { TextField } from '../widgets/field.tsx'
import { Tick } from '../widgets/tick.tsx'
import { hasBegun } from './sheet.ts'
import { words } from './words.ts'

/** Adds a period of the indicator's own kind to the sheet; one that has not begun only where that is said. */
export function AddPeriod({
  kind,
  today,
  allowsFuture,
  onAllowFuture,
  onAdd,
}: {
  readonly kind: PeriodKind
  readonly today: string
  readonly allowsFuture: boolean
  readonly onAllowFuture: (allows: boolean) => void
  readonly onAdd: (period: string) => void
}): JSX.Element {
  const [isOpen, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [error, setError] = useState<string>()
  const close = (): void => {
    setOpen(false)
    setText('')
    setError(undefined)
  }
  const add = (): void => {
    const code = readPeriodText(kind, text, [])
    const period = code === null ? null : parsePeriod(kind, code)
    if (period === null) setError(periodProblem(kind, text.trim())[locale])
    else if (!allowsFuture && !hasBegun(period, today)) setError(words.notBegun(periodName(period, locale)))
    else {
      onAdd(period.code)
      close()
    }
  }
  return (
    <>
      <Button onPress={() => setOpen(true)}>{words.addPeriod[kind]}</Button>
      <Dialog title={words.addPeriod[kind]} isOpen={isOpen} onClose={close}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            add()
          }}
        >
          <TextField
            label={words.periods[kind]}
            help={words.writtenAs(periodExample(kind))}
            value={text}
            onChange={setText}
            error={error}
            autoFocus
          />
          <Tick isSelected={allowsFuture} onChange={onAllowFuture}>
            {words.allowFuture}
          </Tick>
          <div className="dialog-foot">
            <Button onPress={close}>{words.cancel}</Button>
            <Button weight="primary" type="submit">
              {words.add}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
