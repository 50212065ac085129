import { useQuery } from '@tanstack/react-query'
import type { JSX } from 'react'
import { locale } from '../client/locale.ts'
import { overviewQuery } from '../client/overview.ts'
import { useSearchState } from '../client/search.ts'
import { Button } from '../widgets/button.tsx'
import { Choice, Finder } from '../widgets/choice.tsx'
import { TextField } from '../widgets/field.tsx'
import { HistorySearch } from './queries.ts'
import { historyWords as words } from './words.ts'

/** Stands for no filter where one is chosen from a list. */
const anything = 'alt'

const nothing = { soeg: '', person: '', indikator: '', slags: '', fra: '', til: '' }

/** Which change sets are shown: the filters are in the address. */
export function HistoryFilters(): JSX.Element {
  const [filter, change] = useSearchState(HistorySearch)
  const indicators = useQuery(overviewQuery).data?.value.indicators ?? []
  const isFiltered = Object.values(filter).some((value) => value !== '')
  return (
    <div className="history-filters">
      <TextField
        label={words.search}
        type="search"
        placeholder={words.searchHelp}
        value={filter.soeg}
        onChange={(soeg) => change({ soeg })}
      />
      <TextField label={words.who} value={filter.person} onChange={(person) => change({ person })} />
      <Finder
        key={`${indicators.length} ${filter.indikator === ''}`}
        label={words.indicator}
        placeholder={words.any}
        options={indicators.map(({ slug, name }) => ({ value: slug, label: name[locale] }))}
        value={filter.indikator === '' ? null : filter.indikator}
        onChange={(indikator) => change({ indikator })}
      />
      <Choice
        label={words.kind}
        options={[
          { value: anything, label: words.any },
          ...Object.entries(words.kinds).map(([value, label]) => ({ value, label })),
        ]}
        value={filter.slags === '' ? anything : filter.slags}
        onChange={(slags) => change({ slags: slags === anything ? '' : slags })}
      />
      <TextField label={words.from} type="date" value={filter.fra} onChange={(fra) => change({ fra })} />
      <TextField label={words.until} type="date" value={filter.til} onChange={(til) => change({ til })} />
      {isFiltered && (
        <Button weight="quiet" onPress={() => change(nothing)}>
          {words.clear}
        </Button>
      )}
    </div>
  )
}
