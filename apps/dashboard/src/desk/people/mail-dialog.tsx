import { useMutation, useQuery } from '@tanstack/react-query'
import type { Locale } from '@pejling/domain/text'
import { SentReminders, WrittenMail } from '@pejling/domain/workspace/reminders'
import { useState, type JSX } from 'react'
import { z } from 'zod'
import { locale } from '../client/locale.ts'
import { oneOf, refreshAll } from '../client/queries.ts'
import { request } from '../client/request.ts'
import { Button } from '../widgets/button.tsx'
import { Choice } from '../widgets/choice.tsx'
import { Dialog } from '../widgets/dialog.tsx'
import { report } from '../widgets/messages.tsx'
import { Failed, Loaded } from '../widgets/state.tsx'
import { CopyButton } from './copy-button.tsx'
import { words as people } from './people-words.ts'
import { words } from './reminders-words.ts'

const Preview = z.object({ mails: z.array(WrittenMail) })

/** Mails as they are written, each to be copied. */
function Mails({ mails }: { readonly mails: readonly WrittenMail[] }): JSX.Element {
  return (
    <>
      {mails.map((mail) => (
        <section key={mail.account} aria-label={words.mailTo(mail.to)}>
          <p>
            <strong>{mail.subject}</strong>
            <span className="second-line">{mail.to}</span>
          </p>
          <pre className="mail" lang={mail.language}>
            {mail.text}
          </pre>
          <CopyButton text={`${mail.subject}\n\n${mail.text}`} what={people.copyOf(mail.to)} />
        </section>
      ))}
    </>
  )
}

/** What a reminder would say, in either language, and sending it now; without a mail server the text is to be copied. */
export function MailDialog({
  indicator,
  name,
  onClose,
}: {
  readonly indicator: string
  readonly name: string
  readonly onClose: () => void
}): JSX.Element {
  const [language, setLanguage] = useState<Locale>(locale)
  const query = useQuery(oneOf(Preview, '/reminders/preview', { indicator, lang: language }))
  const send = useMutation({
    mutationFn: () => request(SentReminders, 'POST', '/reminders/send', { body: { indicator } }),
    onSuccess: async ({ value: { queued, mails } }) => {
      report({ text: queued ? words.queued(mails.length) : words.notQueued })
      if (queued) onClose()
      await refreshAll()
    },
  })
  // Without a mail server the links are made for whoever copies them.
  const toCopy = send.data?.value.queued === false ? send.data.value : null
  return (
    <Dialog title={name} isOpen onClose={onClose} size="wide">
      <Choice<Locale>
        label={words.language}
        options={[
          { value: 'da', label: words.danish },
          { value: 'en', label: words.english },
        ]}
        value={language}
        onChange={setLanguage}
      />
      {toCopy && <output className="said">{words.notQueued}</output>}
      <Loaded query={query}>{({ value }) => <Mails mails={toCopy?.mails ?? value.mails} />}</Loaded>
      {send.error !== null && <Failed error={send.error} />}
      <div className="dialog-foot">
        <Button onPress={onClose}>{words.close}</Button>
        <Button weight="primary" isPending={send.isPending} onPress={() => send.mutate()}>
          {words.sendNow}
        </Button>
      </div>
    </Dialog>
  )
}
