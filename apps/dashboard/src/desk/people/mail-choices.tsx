import { useMutation, useQuery } from '@tanstack/react-query'
import type { Locale } from '@pejling/domain/text'
import { MailSettings, OptionalMailKind } from '@pejling/domain/workspace/reminders'
import type { JSX } from 'react'
import { oneOf, refreshAll } from '../client/queries.ts'
import { request } from '../client/request.ts'
import { Choice } from '../widgets/choice.tsx'
import { report } from '../widgets/messages.tsx'
import { Failed, Loaded } from '../widgets/state.tsx'
import { Switch } from '../widgets/tick.tsx'
import { mailWords, words } from './account-words.ts'

/** Which mails a person gets, and in which language: `me`, or for administrators the id of an account. Each change is saved at once. */
export function MailChoices({ account }: { readonly account: string }): JSX.Element {
  const path = `/reminders/settings/${account}`
  const query = useQuery(oneOf(MailSettings, path))
  const save = useMutation({
    mutationFn: ({ settings, match }: { readonly settings: MailSettings; readonly match: string | null }) =>
      request(MailSettings, 'PUT', path, { body: settings, match }),
    onSuccess: async () => {
      report({ text: words.saved })
      await refreshAll()
    },
  })
  return (
    <Loaded query={query}>
      {({ value: { language, off }, etag }) => {
        const put = (part: Partial<MailSettings>): void =>
          save.mutate({ settings: { language, off, ...part }, match: etag })
        return (
          <>
            {save.error !== null && <Failed error={save.error} />}
            {OptionalMailKind.options.map((kind) => (
              <Switch
                key={kind}
                isSelected={!off.includes(kind)}
                onChange={(isOn) => put({ off: isOn ? off.filter((one) => one !== kind) : [...off, kind] })}
              >
                {mailWords[kind]}
              </Switch>
            ))}
            <Choice<Locale>
              label={words.language}
              options={[
                { value: 'da', label: words.danish },
                { value: 'en', label: words.english },
              ]}
              value={language}
              onChange={(chosen) => put({ language: chosen })}
            />
          </>
        )
      }}
    </Loaded>
  )
}
