import type { ImportQuestion } from '@pejling/domain/intake/outcome'
import type { JSX } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { textOf } from '../client/locale.ts'
import { Finder } from '../widgets/choice.tsx'
import { TextField } from '../widgets/field.tsx'
import { words } from './import-words.ts'

/** More choices than this are searched among. */
const mostShown = 7

function Question({
  question: { what, choices, lastTime },
  value,
  onChange,
}: {
  readonly question: ImportQuestion
  readonly value: string | undefined
  readonly onChange: (value: string) => void
}): JSX.Element {
  const before = lastTime === null ? undefined : choices.find((one) => one.value === lastTime)
  const help = lastTime === null ? undefined : words.lastTime(before ? textOf(before.label) : lastTime)
  const label = textOf(what)
  if (choices.length === 0) {
    return <TextField label={label} help={help} value={value ?? ''} onChange={onChange} />
  }
  if (choices.length > mostShown) {
    return (
      <Finder
        label={label}
        help={help}
        options={choices.map((one) => ({
          value: `=${one.value}`,
          label: textOf(one.label),
          about: one.example ? textOf(one.example) : undefined,
        }))}
        value={value === undefined ? null : `=${value}`}
        onChange={(chosen) => onChange(chosen.slice(1))}
      />
    )
  }
  return (
    <RadioGroup
      className="field"
      value={value === undefined ? null : `=${value}`}
      onChange={(chosen) => onChange(chosen.slice(1))}
    >
      <Label>{label}</Label>
      {help !== undefined && <span className="field-help">{help}</span>}
      {choices.map((one) => (
        <Radio key={one.value} value={`=${one.value}`} className="answer">
          <span>
            {textOf(one.label)} {one.example !== null && <span className="field-help">{textOf(one.example)}</span>}
          </span>
        </Radio>
      ))}
    </RadioGroup>
  )
}

/** What the file does not say, each with its choices and what would be stored by them. */
export function ImportQuestions({
  questions,
  answers,
  onAnswer,
}: {
  readonly questions: readonly ImportQuestion[]
  readonly answers: Readonly<Record<string, string>>
  readonly onAnswer: (id: string, value: string) => void
}): JSX.Element | null {
  if (questions.length === 0) return null
  return (
    <section aria-labelledby="questions">
      <h2 id="questions">{words.questions}</h2>
      {questions.map((question) => (
        <Question
          key={question.id}
          question={question}
          value={answers[question.id]}
          onChange={(value) => onAnswer(question.id, value)}
        />
      ))}
    </section>
  )
}
