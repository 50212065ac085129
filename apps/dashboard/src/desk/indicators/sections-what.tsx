import type { JSX } from 'react'
import { useWatch, type Control } from 'react-hook-form'
import type { Indicator } from '@pejling/domain/indicator/indicator'
import { dayInWords, numberInWords, textOf } from '../client/locale.ts'
import { FormChoice, FormNumber, FormSwitch, FormText, FormTextPair } from '../forms/fields.tsx'
import { SectionForm, type EditedDocument } from '../forms/section-form.tsx'
import { Section } from '../forms/section.tsx'
import { FormTextRows } from '../forms/text-rows.tsx'
import { BothLanguages, Said, SaidLine } from '../widgets/said.tsx'
import { periodName, periodOptions, rhythmName, unitName, unitOptions } from './choices.ts'
import { isUndefined } from './new-indicator.ts'
import { words } from './words.ts'

/** A section of the definition: what it is given. */
export interface SectionProps {
  readonly edited: EditedDocument<Indicator>
}

/** A number as it is, with the decimals it has. */
export const plainNumber = (value: number): string => numberInWords(value, String(value).split('.')[1]?.length ?? 0)

/** What it is: its names and its definition. */
export function About({ edited }: SectionProps): JSX.Element {
  const { value } = edited.stands
  return (
    <Section
      id="hvad"
      title={words.about}
      renderForm={(close) => (
        <SectionForm
          edited={edited}
          section="hvad"
          fields={['name', 'subject', 'plural', 'definition', 'numerator', 'denominator']}
          label={words.about}
          onDone={close}
        >
          {(control) => (
            <>
              <FormTextPair control={control} name="name" label={words.name} />
              <FormTextPair
                control={control}
                name="definition"
                label={words.definition}
                help={words.definitionHelp}
                rows={4}
              />
              <FormTextPair control={control} name="subject" label={words.subject} help={words.subjectHelp} />
              <FormSwitch control={control} name="plural.da" label={words.pluralDa} />
              <FormSwitch control={control} name="plural.en" label={words.pluralEn} />
              <FormTextPair control={control} name="numerator" label={words.numerator} help={words.optional} />
              <FormTextPair control={control} name="denominator" label={words.denominator} help={words.optional} />
            </>
          )}
        </SectionForm>
      )}
    >
      {isUndefined(value) && <p className="notice">{words.undefined}</p>}
      <Said>
        <SaidLine label={words.name}>
          <BothLanguages text={value.name} />
        </SaidLine>
        <SaidLine label={words.definition}>{!isUndefined(value) && <BothLanguages text={value.definition} />}</SaidLine>
        <SaidLine label={words.subject}>
          <BothLanguages text={value.subject} />
        </SaidLine>
        {value.numerator && (
          <SaidLine label={words.numerator}>
            <BothLanguages text={value.numerator} />
          </SaidLine>
        )}
        {value.denominator && (
          <SaidLine label={words.denominator}>
            <BothLanguages text={value.denominator} />
          </SaidLine>
        )}
        <SaidLine label={words.address}>{value.slug}</SaidLine>
        {value.formerSlugs.length > 0 && <SaidLine label={words.former}>{value.formerSlugs.join(', ')}</SaidLine>}
      </Said>
    </Section>
  )
}

/** What a value is in, and how it is shown. */
export function UnitAndDecimals({ edited }: SectionProps): JSX.Element {
  const { unit, noun, decimals, limits } = edited.stands.value
  const bounds = [
    limits.lower === null ? '' : words.from(plainNumber(limits.lower)),
    limits.upper === null ? '' : words.upTo(plainNumber(limits.upper)),
  ].filter(Boolean)
  return (
    <Section
      id="enhed"
      title={words.unit}
      renderForm={(close) => (
        <SectionForm
          edited={edited}
          section="enhed"
          fields={['unit', 'noun', 'decimals', 'limits']}
          label={words.unit}
          onDone={close}
        >
          {(control) => (
            <>
              <FormChoice control={control} name="unit" label={words.unitOf} options={unitOptions} />
              <FormTextPair control={control} name="noun.one" label={words.nounOne} help={words.nounHelp} />
              <FormTextPair control={control} name="noun.other" label={words.nounOther} />
              <div className="field-row">
                <FormNumber control={control} name="decimals" label={words.decimals} />
                <FormNumber control={control} name="limits.lower" label={words.lower} help={words.limitsHelp} />
                <FormNumber control={control} name="limits.upper" label={words.upper} help={words.limitsHelp} />
              </div>
            </>
          )}
        </SectionForm>
      )}
    >
      <Said>
        <SaidLine label={words.unitOf}>
          {unitName(unit)}
          {noun !== null && `: 1 ${textOf(noun.one)}, 2 ${textOf(noun.other)}`}
        </SaidLine>
        <SaidLine label={words.decimals}>{String(decimals)}</SaidLine>
        <SaidLine label={words.limits}>{bounds.join(' ')}</SaidLine>
      </Said>
    </Section>
  )
}

/** How often a figure comes, and when the next one is due. */
export function When({ edited }: SectionProps): JSX.Element {
  const { cadence, nextExpectedOn, nextExpectedNote, withoutFigures } = edited.stands.value
  const rhythm =
    rhythmName(cadence) ??
    `${periodName(cadence.periodKind)}, ${cadence.everyYears === null ? words.irregular.toLowerCase() : words.everyOf(plainNumber(cadence.everyYears))}`
  return (
    <Section
      id="hvornaar"
      title={words.when}
      renderForm={(close) => (
        <SectionForm
          edited={edited}
          section="hvornaar"
          fields={['cadence', 'nextExpectedOn', 'nextExpectedNote', 'withoutFigures']}
          label={words.when}
          onDone={close}
        >
          {(control) => (
            <>
              <div className="field-row">
                <FormChoice control={control} name="cadence.periodKind" label={words.period} options={periodOptions} />
                <FormNumber
                  control={control}
                  name="cadence.everyYears"
                  label={words.everyYears}
                  help={words.everyYearsHelp}
                />
              </div>
              <FormNumber control={control} name="cadence.delayMonths" label={words.delay} help={words.optional} />
              <FormText
                control={control}
                name="nextExpectedOn"
                label={words.nextOn}
                help={words.nextOnHelp}
                type="date"
                empty={null}
              />
              <FormTextPair control={control} name="nextExpectedNote" label={words.nextNote} help={words.optional} />
              <FormTextPair
                control={control}
                name="withoutFigures"
                label={words.withoutFigures}
                help={words.withoutFiguresHelp}
                rows={2}
              />
            </>
          )}
        </SectionForm>
      )}
    >
      <Said>
        <SaidLine label={words.when.split(',')[0] ?? ''}>{rhythm}</SaidLine>
        <SaidLine label={words.delayShort}>
          {cadence.delayMonths !== null && words.delayOf(cadence.delayMonths)}
        </SaidLine>
        <SaidLine label={words.nextOn}>
          {nextExpectedOn !== null && <p>{dayInWords(nextExpectedOn)}</p>}
          {nextExpectedNote !== null && (
            <p>
              <BothLanguages text={nextExpectedNote} />
            </p>
          )}
          {nextExpectedOn === null && nextExpectedNote === null && (
            <span className="nothing-said">{words.nextOnHelp}</span>
          )}
        </SaidLine>
        {withoutFigures !== undefined && (
          <SaidLine label={words.withoutFigures}>
            <BothLanguages text={withoutFigures} />
          </SaidLine>
        )}
      </Said>
    </Section>
  )
}

/** What a reader must know to read the figures. */
export function Cautions({ edited }: SectionProps): JSX.Element {
  const { caveats } = edited.stands.value
  return (
    <Section
      id="opmaerksom"
      title={words.caution}
      renderForm={(close) => (
        <SectionForm edited={edited} section="opmaerksom" fields={['caveats']} label={words.caution} onDone={close}>
          {(control) => (
            <FormTextRows
              control={control}
              name="caveats"
              label={words.caution}
              add={words.addCaution}
              remove={words.removeCaution}
            />
          )}
        </SectionForm>
      )}
    >
      {caveats.length === 0 ? (
        <p className="nothing-said">{words.noCautions}</p>
      ) : (
        <ul>
          {caveats.map((text) => (
            <li key={text.da}>
              <BothLanguages text={text} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** What stands in a field of a form just now. */
export const useTyped = (control: Control, name: string): unknown => useWatch({ control, name })
