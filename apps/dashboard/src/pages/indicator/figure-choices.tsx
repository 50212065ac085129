import { areaSlug } from '@pejling/domain/area'
import { useSyncExternalStore } from 'react'
import type { ChangeEvent, JSX } from 'react'
import { allBenchmarks, noBenchmark } from '@pejling/addresses/view-request'
import { viewWords } from '@pejling/addresses/words'
import { usePage } from '../../components/page-context.ts'
import type { FigurePart } from './figure-part.ts'
import { offeredFirst } from './indicator-view.ts'
import { viewMessages } from './messages.ts'

interface ChoiceProps {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, label: string])[]
  readonly onChoose: (value: string) => void
}

function Choice({ name, label, value, options, onChoose }: ChoiceProps): JSX.Element {
  const choose = ({ target }: ChangeEvent<HTMLSelectElement>): void => onChoose(target.value)
  return (
    <label className="choice">
      <span>{label}</span>
      <select name={name} defaultValue={value} onChange={choose} key={value}>
        {options.map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}

const neverChanges = (): (() => void) => () => undefined

/**
 * What to compare with. A page does not carry the names of a hundred municipalities: they are there when a script has read them, or
 * when they are asked for by the last choice but one.
 */
function BenchmarkChoice({ request, view, explore }: FigurePart): JSX.Element {
  const { locale } = usePage()
  const words = viewMessages[locale]
  const names = viewWords[locale]
  const { selection, choices } = view
  // The first time a script draws, it draws what the server wrote.
  const isAwake = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  )
  const chosen = choices.benchmarks.find(({ code }) => code === selection.benchmark)
  const offered = isAwake || request.benchmark === allBenchmarks ? choices.benchmarks : offeredFirst(choices, selection)
  const choose = (value: string): void =>
    explore?.goTo({
      ...request,
      benchmark: value === names.none ? noBenchmark : value === names.all ? allBenchmarks : value,
    })
  return (
    <Choice
      name={names.benchmark}
      label={words.compareWith}
      value={chosen ? areaSlug(chosen) : names.none}
      options={[
        ...offered.map((area) => [areaSlug(area), area.name[locale]] as const),
        ...(offered.length < choices.benchmarks.length ? [[names.all, words.otherMunicipalities] as const] : []),
        [names.none, words.nothing],
      ]}
      onChoose={choose}
    />
  )
}

/** What to compare with and which years: a form that asks for another view of the same page. */
export function Choices({ request, view, explore, document }: FigurePart): JSX.Element | null {
  const { locale, links } = usePage()
  const words = viewMessages[locale]
  const names = viewWords[locale]
  const { benchmarks, years } = view.choices
  const { selection, show } = view
  if (benchmarks.length === 0 && years.length < 3 && view.groups.length < 2) return null
  const choose =
    (field: 'from' | 'to') =>
    (value: string): void =>
      explore?.goTo({ ...request, [field]: value === '' ? null : value })
  const yearOptions = (open: string) => [['', open] as const, ...years.map((year) => [`${year}`, `${year}`] as const)]
  const [action] = links.indicator(document.indicator.slug).split('?')
  return (
    <form className="choices" action={action} aria-label={words.choices}>
      {show === 'table' && <input type="hidden" name={names.show} value={names.table} />}
      {selection.breakdown !== null && <input type="hidden" name={names.breakdown} value={selection.breakdown} />}
      {request.form !== null && <input type="hidden" name={names.form} value={names.forms[request.form]} />}
      <Groups request={request} view={view} explore={explore} document={document} />
      {benchmarks.length > 0 && <BenchmarkChoice request={request} view={view} explore={explore} document={document} />}
      {years.length > 2 && (
        <>
          <Choice
            name={names.from}
            label={words.from}
            value={selection.from === null ? '' : String(selection.from)}
            options={yearOptions(words.first)}
            onChoose={choose('from')}
          />
          <Choice
            name={names.to}
            label={words.to}
            value={selection.to === null ? '' : String(selection.to)}
            options={yearOptions(words.last)}
            onChoose={choose('to')}
          />
        </>
      )}
      <button type="submit">{words.show}</button>
    </form>
  )
}

/** Which groups of the breakdown are shown. */
function Groups({ request, view: { groups, selection }, explore }: FigurePart): JSX.Element | null {
  const { locale } = usePage()
  if (groups.length < 2) return null
  const chosen = selection.groups ?? groups.map(({ slug }) => slug)
  const choose = (slug: string, wanted: boolean): void => {
    const next = groups.map((group) => group.slug).filter((each) => (each === slug ? wanted : chosen.includes(each)))
    explore?.goTo({ ...request, groups: next.length === groups.length ? [] : next })
  }
  return (
    <fieldset className="choice-groups">
      <legend>{viewMessages[locale].groups}</legend>
      {groups.map(({ slug, name }) => (
        <label key={slug}>
          <input
            key={String(chosen.includes(slug))}
            type="checkbox"
            name={viewWords[locale].groups}
            value={slug}
            defaultChecked={chosen.includes(slug)}
            onChange={({ target }) => choose(slug, target.checked)}
          />
          {name[locale]}
        </label>
      ))}
    </fieldset>
  )
}
