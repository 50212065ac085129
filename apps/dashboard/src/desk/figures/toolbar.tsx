import type { Area } from '@pejling/domain/area'
import type { JSX } from 'react'
import { locale } from '../client/locale.ts'
import { Button } from '../widgets/button.tsx'
import { Choice, Finder } from '../widgets/choice.tsx'
import { Switch } from '../widgets/tick.tsx'
import type { View } from './view.ts'
import { words } from './words.ts'

/** How the sheet is looked at, and undoing. */
export function Toolbar({
  view,
  onView,
  hasParts,
  areas,
  onAddArea,
  history,
}: {
  readonly view: View
  readonly onView: (part: Partial<Record<keyof View, string>>) => void
  readonly hasParts: boolean
  /** Areas that have no column yet. */
  readonly areas: readonly Area[]
  readonly onAddArea: (code: string) => void
  readonly history: {
    readonly undo: () => void
    readonly redo: () => void
    readonly canUndo: boolean
    readonly canRedo: boolean
  } | null
}): JSX.Element {
  return (
    <fieldset className="sheet-tools">
      <legend className="visually-hidden">{words.layout}</legend>
      <Choice
        label={words.columns}
        options={[
          { value: 'vigtigste', label: words.columnChoices.important },
          { value: 'med-tal', label: words.columnChoices.filled },
          { value: 'alle', label: words.columnChoices.all },
        ]}
        value={view.kolonner}
        onChange={(kolonner) => onView({ kolonner })}
      />
      {areas.length > 0 && (
        <Finder
          key={areas.length}
          label={words.areaToAdd}
          options={areas.map(({ code, name }) => ({ value: code, label: name[locale] }))}
          value={null}
          onChange={onAddArea}
        />
      )}
      <div className="pills">
        <button
          type="button"
          className="pill"
          onClick={() => onView({ orden: view.orden === 'nyeste' ? 'aeldste' : 'nyeste' })}
        >
          {view.orden === 'nyeste' ? words.newestFirst : words.oldestFirst}
        </button>
        <button
          type="button"
          className="pill"
          onClick={() => onView({ perioder: view.perioder === 'tvaers' ? 'nedad' : 'tvaers' })}
        >
          {view.perioder === 'tvaers' ? words.across : words.down}
        </button>
      </div>
      {hasParts && (
        <Switch isSelected={view.dele === 'ja'} onChange={(isOn) => onView({ dele: isOn ? 'ja' : 'nej' })}>
          {words.parts}
        </Switch>
      )}
      {history !== null && (
        <span className="sheet-history">
          <Button weight="quiet" isDisabled={!history.canUndo} onPress={history.undo}>
            {words.undo}
          </Button>
          <Button weight="quiet" isDisabled={!history.canRedo} onPress={history.redo}>
            {words.redo}
          </Button>
        </span>
      )}
    </fieldset>
  )
}
