import { parseNumber } from '@pejling/domain/unit/read-number'
import { useState, type JSX } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { locale } from '../client/locale.ts'
import { Button } from '../widgets/button.tsx'
import { TextField } from '../widgets/field.tsx'
import type { WithdrawDraft } from './withdraw-state.ts'
import { withdrawWords as words } from './withdraw-words.ts'

/** A number as it is typed in the language of the page; `null`: it is none. */
export const typedNumber = (text: string): number | null => parseNumber(text.trim(), locale === 'da' ? ',' : '.')

const ways = ['remove', 'replace'] as const

/** Why the figure must go, and whether another comes in its place. */
export function WithdrawReason({
  draft,
  needsApproval,
  onChange,
  onNext,
}: {
  readonly draft: WithdrawDraft
  readonly needsApproval: boolean
  readonly onChange: (draft: WithdrawDraft) => void
  readonly onNext: (draft: WithdrawDraft) => void
}): JSX.Element {
  const [isTried, setTried] = useState(false)
  const { reason, way, value } = draft
  const isReplaced = way === 'replace' && !needsApproval
  const isValueWrong = isReplaced && typedNumber(value) === null
  const missing = (text: string): string | undefined =>
    isTried && text.trim() === '' ? words.reasonProblem : undefined
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (reason.da.trim() !== '' && reason.en.trim() !== '' && !isValueWrong) onNext(draft)
      }}
    >
      <RadioGroup
        className="field"
        value={way}
        onChange={(next) => onChange({ ...draft, way: ways.find((one) => one === next) ?? 'remove' })}
        isDisabled={needsApproval}
      >
        <Label>{words.what}</Label>
        {ways.map((one) => (
          <Radio key={one} value={one} className="tick release-way">
            <span className="tick-box" aria-hidden="true" />
            {words.ways[one]}
          </Radio>
        ))}
        {needsApproval && <span className="field-help">{words.replaceLater}</span>}
      </RadioGroup>
      {isReplaced && (
        <TextField
          label={words.value}
          help={words.wayHelp}
          inputMode="decimal"
          value={value}
          onChange={(text) => onChange({ ...draft, value: text })}
          error={isTried && isValueWrong ? words.valueProblem : undefined}
        />
      )}
      <div className="text-pair">
        <TextField
          label={words.reasonDa}
          help={words.reasonHelp}
          lang="da"
          rows={2}
          value={reason.da}
          onChange={(da) => onChange({ ...draft, reason: { ...reason, da } })}
          error={missing(reason.da)}
        />
        <TextField
          label={words.reasonEn}
          lang="en"
          rows={2}
          value={reason.en}
          onChange={(en) => onChange({ ...draft, reason: { ...reason, en } })}
          error={missing(reason.en)}
        />
      </div>
      <div className="form-foot">
        <Button weight="primary" type="submit">
          {words.next}
        </Button>
      </div>
    </form>
  )
}
