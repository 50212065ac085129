import { useMutation, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { deskParameters } from '@pejling/addresses/words'
import type { JSX } from 'react'
import { DropZone, FileTrigger, Text } from 'react-aria-components'
import { z } from 'zod'
import { textOf } from '../client/locale.ts'
import { useReaches } from '../client/me.ts'
import { overviewQuery } from '../client/overview.ts'
import { useSearchState } from '../client/search.ts'
import { Button } from '../widgets/button.tsx'
import { Finder } from '../widgets/choice.tsx'
import { Failed, Loaded } from '../widgets/state.tsx'
import { importAddress, sendFile } from './import-queries.ts'
import { words } from './import-words.ts'

const { indicator: indicatorName } = deskParameters
const Search = z.object({ [indicatorName]: z.string().catch('') })

/** Where a file is sent from: the indicator it is about, and a place to drop it or choose it. */
export function SendFile(): JSX.Element {
  const query = useQuery(overviewQuery)
  const { history } = useRouter()
  const isEditor = useReaches('editor')
  const [{ [indicatorName]: indicator = '' }, change] = useSearchState(Search)
  const send = useMutation({
    mutationFn: (file: File) => sendFile(indicator, file),
    onSuccess: (number) => history.push(importAddress(number)),
  })
  const isReady = indicator !== '' && !send.isPending
  return (
    <Loaded query={query}>
      {({ value: { indicators } }) => (
        <section className="send-file">
          <Finder
            label={words.indicator}
            help={words.indicatorHelp}
            options={indicators
              .filter(({ own }) => isEditor || own)
              .map(({ slug, name }) => ({ value: slug, label: textOf(name) }))}
            value={indicator === '' ? null : indicator}
            onChange={(slug) => change({ [indicatorName]: slug })}
          />
          <DropZone
            className="drop-file"
            isDisabled={!isReady}
            onDrop={({ items }) => {
              const item = items.find(({ kind }) => kind === 'file')
              if (item?.kind === 'file') void item.getFile().then((file) => send.mutate(file))
            }}
          >
            <Text slot="label">{indicator === '' ? words.chooseFirst : words.drop}</Text>
            <span className="field-help">{words.dropHelp}</span>
            <FileTrigger
              onSelect={(files) => {
                const file = files?.[0]
                if (file) send.mutate(file)
              }}
            >
              <Button weight="primary" isDisabled={indicator === ''} isPending={send.isPending}>
                {words.choose}
              </Button>
            </FileTrigger>
          </DropZone>
          {send.isPending && <output>{words.sending(send.variables.name)}</output>}
          {send.error !== null && <Failed error={send.error} />}
        </section>
      )}
    </Loaded>
  )
}
