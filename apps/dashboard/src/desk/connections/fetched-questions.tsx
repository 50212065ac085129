import { useMutation } from '@tanstack/react-query'
import { FetchedQuestion, type DecisionInput } from '@pejling/domain/workspace/connections'
import { useState, type JSX } from 'react'
import { z } from 'zod'
import { textOf } from '../client/locale.ts'
import { useReaches } from '../client/me.ts'
import { refreshAll } from '../client/queries.ts'
import { request } from '../client/request.ts'
import { Button } from '../widgets/button.tsx'
import { report } from '../widgets/messages.tsx'
import { Failed } from '../widgets/state.tsx'
import { Ticks } from '../widgets/tick.tsx'
import { words } from './connection-words.ts'

type Answer = z.infer<typeof DecisionInput>['answer']

const answersTo: Readonly<Record<FetchedQuestion['kind'], readonly Answer[]>> = {
  withdrawn: ['keep', 'remove'],
  'held-back': ['zero', 'not-measured'],
}
const keyOf = ({ series, period }: FetchedQuestion): string => `${series} ${period}`

/** Figures from the source about which a person has to decide, of one kind, with the answers there are. */
export function FetchedQuestions({
  slug,
  kind,
  questions,
}: {
  readonly slug: string
  readonly kind: FetchedQuestion['kind']
  readonly questions: readonly FetchedQuestion[]
}): JSX.Element {
  const mayDecide = useReaches('administrator')
  const [chosen, setChosen] = useState<readonly string[]>(questions.map(keyOf))
  const decide = useMutation({
    mutationFn: (answer: Answer) =>
      request(z.object({ questions: z.array(FetchedQuestion) }), 'POST', `/connections/${slug}/decisions`, {
        body: {
          answer,
          figures: questions
            .filter((one) => chosen.includes(keyOf(one)))
            .map(({ series, period }) => ({ series, period })),
        },
      }),
    onSuccess: async ({ changeSet }) => {
      report({ text: words.decided, changeSet })
      await refreshAll()
    },
  })
  return (
    <>
      <Ticks
        label={words.kinds[kind]}
        options={questions.map((one) => ({ value: keyOf(one), label: textOf(one.name) }))}
        value={chosen}
        onChange={setChosen}
        isDisabled={!mayDecide}
      />
      {decide.error !== null && <Failed error={decide.error} />}
      {mayDecide && (
        <div className="connection-foot">
          {answersTo[kind].map((answer) => (
            <Button
              key={answer}
              isDisabled={!questions.some((one) => chosen.includes(keyOf(one)))}
              isPending={decide.isPending}
              onPress={() => decide.mutate(answer)}
            >
              {words.answers[answer]}
            </Button>
          ))}
        </div>
      )}
    </>
  )
}
