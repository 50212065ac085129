import { useQuery } from '@tanstack/react-query'
import { useState, type JSX } from 'react'
import { useFieldArray, type Control } from 'react-hook-form'
import { deskPath } from '@pejling/addresses/desk'
import { deskLists } from '@pejling/addresses/words'
import { byNumber, type Goal } from '@pejling/domain/framework'
import { periodExample } from '@pejling/domain/period/period'
import { locale, textOf } from '../client/locale.ts'
import { areasQuery, dimensionsQuery, goalsQuery, sourcesQuery } from '../client/policy.ts'
import { FormFinder, FormSwitch, FormText, FormTextPair, FormTicks } from '../forms/fields.tsx'
import { SectionForm } from '../forms/section-form.tsx'
import { Section } from '../forms/section.tsx'
import { Button } from '../widgets/button.tsx'
import { Finder } from '../widgets/choice.tsx'
import { DeskLink } from '../widgets/desk-link.tsx'
import { Said, SaidLine } from '../widgets/said.tsx'
import { useTyped, type SectionProps } from './sections-what.tsx'
import { words } from './words.ts'

const goalName = ({ number, text }: Goal): string => `${number} ${textOf(text)}`

/** Which goals it belongs to, and what it is to each. */
export function Belongs({ edited }: SectionProps): JSX.Element {
  const { data: all = [] } = useQuery(goalsQuery)
  const { goals } = edited.stands.value
  return (
    <Section
      id="maal"
      title={words.belongs}
      renderForm={(close) => (
        <SectionForm edited={edited} section="maal" fields={['goals']} label={words.belongs} onDone={close}>
          {(control) => <GoalRows control={control} all={all} />}
        </SectionForm>
      )}
    >
      <ul className="link-rows">
        {goals.map(({ goal, headline, nearest }) => {
          const one = all.find(({ slug }) => slug === goal)
          return (
            <li key={goal}>
              {one ? <DeskLink to={deskPath(locale, 'goal', { key: one.number })}>{goalName(one)}</DeskLink> : goal}
              {headline && <span className="second-line">{words.headline}</span>}
              {nearest !== undefined && (
                <span className="second-line">
                  {words.nearest}: {textOf(nearest)}
                </span>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

const Named = (row: object): string => ('goal' in row && typeof row.goal === 'string' ? row.goal : '')

function GoalRows({ control, all }: { readonly control: Control; readonly all: readonly Goal[] }): JSX.Element {
  const rows = useFieldArray({ control, name: 'goals' })
  const [added, setAdded] = useState(0)
  const chosen = new Set(rows.fields.map(Named))
  return (
    <>
      <p className="field-help">{words.belongsHelp}</p>
      <ul className="link-rows">
        {rows.fields.map((row, index) => {
          const goal = all.find(({ slug }) => slug === Named(row))
          const name = goal ? goalName(goal) : Named(row)
          return (
            <li key={row.id}>
              <div className="link-row-head">
                <span>{name}</span>
                <FormSwitch control={control} name={`goals.${index}.headline`} label={words.headline} />
                <Button weight="quiet" aria-label={words.removeGoal(name)} onPress={() => rows.remove(index)}>
                  ×
                </Button>
              </div>
              <Nearest control={control} name={`goals.${index}`} />
            </li>
          )
        })}
      </ul>
      <Finder
        key={added}
        label={words.addGoal}
        value={null}
        options={all
          .filter(({ slug, retiredOn }) => !chosen.has(slug) && retiredOn === undefined)
          .toSorted(byNumber)
          .map((goal) => ({ value: goal.slug, label: goalName(goal) }))}
        onChange={(goal) => {
          rows.append({ goal, headline: false })
          setAdded((count) => count + 1)
        }}
      />
    </>
  )
}

/** Only what is no headline indicator can be the nearest figure. */
function Nearest({ control, name }: { readonly control: Control; readonly name: string }): JSX.Element | null {
  const isHeadline = useTyped(control, `${name}.headline`)
  if (isHeadline === true) return null
  return <FormTextPair control={control} name={`${name}.nearest`} label={words.nearest} help={words.nearestHelp} />
}

/** How it is divided, where it is from, and from when its figures can be compared. */
export function GroupsAndSources({ edited }: SectionProps): JSX.Element {
  const { data: allDimensions = [] } = useQuery(dimensionsQuery)
  const { data: allSources = [] } = useQuery(sourcesQuery)
  const { data: areas = [] } = useQuery(areasQuery)
  const { dimensions, sources, area, breaks, cadence } = edited.stands.value
  const place = areas.find(({ code }) => code === area)
  const sourceName = ({ producer, title }: (typeof allSources)[number]): string =>
    `${textOf(producer)}: ${textOf(title)}`
  return (
    <Section
      id="grupper"
      title={words.groups}
      renderForm={(close) => (
        <SectionForm
          edited={edited}
          section="grupper"
          fields={['dimensions', 'sources', 'area', 'breaks']}
          label={words.groups}
          onDone={close}
        >
          {(control) => (
            <>
              <FormTicks
                control={control}
                name="dimensions"
                label={words.dimensions}
                help={<ToList list={deskLists.dimensions} />}
                options={allDimensions.map(({ slug, name, categories }) => ({
                  value: slug,
                  label: textOf(name),
                  about: categories.map((one) => textOf(one.name)).join(', '),
                }))}
              />
              <FormFinder
                control={control}
                name="area"
                label={words.area}
                help={<ToList list={deskLists.areas} />}
                options={areas.map(({ code, name }) => ({ value: code, label: textOf(name), about: code }))}
              />
              <FormTicks
                control={control}
                name="sources"
                label={words.sources}
                help={<ToList list={deskLists.sources} />}
                options={allSources.map((source) => ({ value: source.slug, label: sourceName(source) }))}
              />
              <BreakRows control={control} example={periodExample(cadence.periodKind)} />
            </>
          )}
        </SectionForm>
      )}
    >
      <Said>
        <SaidLine label={words.dimensions} empty={words.noDimensions}>
          {allDimensions
            .filter(({ slug }) => dimensions.includes(slug))
            .map(({ name }) => textOf(name))
            .join(', ')}
        </SaidLine>
        <SaidLine label={words.area}>{place ? textOf(place.name) : area}</SaidLine>
        <SaidLine label={words.sources} empty={words.noSources}>
          {sources.length > 0 && (
            <ul>
              {allSources
                .filter(({ slug }) => sources.includes(slug))
                .map((source) => (
                  <li key={source.slug}>{sourceName(source)}</li>
                ))}
            </ul>
          )}
        </SaidLine>
        <SaidLine label={words.breaks} empty={words.noBreaks}>
          {breaks.length > 0 && (
            <ul>
              {breaks.map(({ period, reason }) => (
                <li key={period}>
                  {period}: {textOf(reason)}
                </li>
              ))}
            </ul>
          )}
        </SaidLine>
      </Said>
    </Section>
  )
}

/** The way to the list that is chosen from. */
function ToList({ list }: { readonly list: string }): JSX.Element {
  return <DeskLink to={deskPath(locale, 'list', { list })}>{words.toList}</DeskLink>
}

function BreakRows({ control, example }: { readonly control: Control; readonly example: string }): JSX.Element {
  const rows = useFieldArray({ control, name: 'breaks' })
  return (
    <fieldset>
      <legend>{words.breaks}</legend>
      <ul className="rows">
        {rows.fields.map(({ id }, index) => (
          <li key={id}>
            <div>
              <FormText control={control} name={`breaks.${index}.period`} label={words.breakPeriod} help={example} />
              <FormTextPair control={control} name={`breaks.${index}.reason`} label={words.breakReason} />
            </div>
            <Button weight="quiet" aria-label={`${words.removeBreak} ${index + 1}`} onPress={() => rows.remove(index)}>
              ×
            </Button>
          </li>
        ))}
      </ul>
      <Button onPress={() => rows.append({ period: '', reason: { da: '', en: '' } })}>{words.addBreak}</Button>
    </fieldset>
  )
}
