import { useMutation } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import type { JSX } from 'react'
import { FileTrigger } from 'react-aria-components'
import { deskPath } from '@pejling/addresses/desk'
import { IdeaFileOutcome } from '@pejling/domain/workspace/ideas'
import { locale } from '../client/locale.ts'
import { ApiProblem } from '../client/problem.ts'
import { refreshAll } from '../client/queries.ts'
import { request } from '../client/request.ts'
import { Button } from '../widgets/button.tsx'
import { report } from '../widgets/messages.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { Said, SaidLine } from '../widgets/said.tsx'
import { Failed } from '../widgets/state.tsx'
import { words } from './words.ts'
import './room.css'

const path = '/ideas/file'

/** What a file is, is told from its bytes. */
const bytesOf = (file: File): Blob => new Blob([file], { type: 'application/octet-stream' })

function Problems({ problem }: { readonly problem: ApiProblem }): JSX.Element {
  return (
    <div className="notice" data-tone="error" role="alert">
      <p>{words.problems(problem.errors.length)}</p>
      <ul>
        {problem.errors.map(({ detail }) => (
          <li key={detail}>{detail}</li>
        ))}
      </ul>
    </div>
  )
}

/** Ideas from a file: what would come of it is seen before anything is written. */
export function Page(): JSX.Element {
  const { history } = useRouter()
  const trial = useMutation({
    mutationFn: async (file: File) => {
      const { value } = await request(IdeaFileOutcome, 'POST', path, { body: bytesOf(file), query: { dryRun: true } })
      return { file, outcome: value }
    },
  })
  const importing = useMutation({
    mutationFn: (file: File) => request(IdeaFileOutcome, 'POST', path, { body: bytesOf(file) }),
    onSuccess: async ({ value, changeSet }) => {
      report({ text: words.imported(value.added), changeSet })
      history.push(deskPath(locale, 'allIdeas'))
      await refreshAll()
    },
  })
  const { data, error } = trial
  return (
    <Framed
      title={words.fromFile}
      lead={words.fileLead}
      trail={[{ href: deskPath(locale, 'allIdeas'), label: words.ideas }]}
      width="text"
    >
      <Said>
        <SaidLine label={words.required}>{words.requiredColumns}</SaidLine>
        <SaidLine label={words.optional}>{words.optionalColumns}</SaidLine>
      </Said>
      <div className="idea-file">
        <FileTrigger
          acceptedFileTypes={['.csv', '.xlsx', '.ods']}
          onSelect={(files) => {
            const file = files?.item(0)
            if (file) trial.mutate(file)
          }}
        >
          <Button weight={trial.isIdle ? 'primary' : 'plain'} isPending={trial.isPending}>
            {trial.isIdle ? words.chooseFile : words.otherFile}
          </Button>
        </FileTrigger>
        {trial.variables && <span>{trial.variables.name}</span>}
      </div>
      {trial.isPending && <output>{words.trying}</output>}
      {error instanceof ApiProblem && error.errors.length > 0 ? (
        <Problems problem={error} />
      ) : (
        error !== null && <Failed error={error} />
      )}
      {data && (
        <div className="notice" aria-live="polite">
          <p>{data.outcome.added === 0 ? words.nothingNew : words.wouldAdd(data.outcome.added, data.outcome.known)}</p>
          {importing.error !== null && <Failed error={importing.error} />}
          {data.outcome.added > 0 && (
            <Button weight="primary" isPending={importing.isPending} onPress={() => importing.mutate(data.file)}>
              {words.import}
            </Button>
          )}
        </div>
      )}
    </Framed>
  )
}
