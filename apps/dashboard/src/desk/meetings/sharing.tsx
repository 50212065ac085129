import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type JSX } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { meetingLinks, type MeetingAddress } from '@pejling/addresses/meetings'
import { parameterWords } from '@pejling/addresses/words'
import type { WrittenItem } from '@pejling/domain/meeting/meeting'
import { MeetingSharing } from '@pejling/domain/workspace/meetings'
import { dayInWords, locale } from '../client/locale.ts'
import { useReaches } from '../client/me.ts'
import { refreshAll } from '../client/queries.ts'
import { request, type Answered } from '../client/request.ts'
import { Button } from '../widgets/button.tsx'
import { Dialog } from '../widgets/dialog.tsx'
import { TextField } from '../widgets/field.tsx'
import { report } from '../widgets/messages.tsx'
import { Failed, Loaded } from '../widgets/state.tsx'
import { Tick } from '../widgets/tick.tsx'
import { sharingQuery } from './meetings.ts'
import { words } from './words.ts'

interface Shown {
  readonly slug: string
  readonly items: readonly WrittenItem[]
}

const pathOf = (slug: string): string => `/meetings/${slug}/sharing`

/** Chooses with whom and until when, and says what they will see. */
function ShareDialog({
  slug,
  items,
  stands,
  onClose,
}: Shown & { readonly stands: Answered<MeetingSharing>; readonly onClose: () => void }): JSX.Element {
  const before = stands.value
  const [sharing, setSharing] = useState<'link' | 'public'>(before.sharing === 'public' ? 'public' : 'link')
  const [lastDay, setLastDay] = useState(before.lastDay ?? '')
  const [newLink, setNewLink] = useState(false)
  const share = useMutation({
    mutationFn: () =>
      request(MeetingSharing, 'PUT', pathOf(slug), {
        body: { sharing, newLink: newLink && sharing === 'link', lastDay: lastDay === '' ? null : lastDay },
        match: stands.etag,
      }),
    onSuccess: async () => {
      report({ text: words.sharedNow })
      onClose()
      await refreshAll()
    },
  })
  const closed = items.filter((item) => item.closed).length
  return (
    <Dialog title={words.share} isOpen onClose={onClose} isAlert>
      <p>{words.willSee(items.length - closed)}</p>
      {closed > 0 && <p>{words.willNotSee(closed)}</p>}
      <RadioGroup
        className="field"
        value={sharing}
        onChange={(value) => setSharing(value === 'public' ? 'public' : 'link')}
      >
        <Label>{words.withWhom}</Label>
        {(['link', 'public'] as const).map((value) => (
          <Radio key={value} value={value} className="tick radio">
            <span className="tick-box" aria-hidden="true" />
            {value === 'link' ? words.withLink : words.withAll}
          </Radio>
        ))}
      </RadioGroup>
      <TextField label={words.lastDay} help={words.lastDayHelp} type="date" value={lastDay} onChange={setLastDay} />
      {before.sharing === 'link' && sharing === 'link' && (
        <Tick isSelected={newLink} onChange={setNewLink}>
          {words.newLink}
        </Tick>
      )}
      {share.error !== null && <Failed error={share.error} />}
      <div className="dialog-foot">
        <Button onPress={onClose}>{words.cancel}</Button>
        <Button weight="primary" isPending={share.isPending} onPress={() => share.mutate()}>
          {words.share}
        </Button>
      </div>
    </Dialog>
  )
}

function EndDialog({ slug, onClose }: { readonly slug: string; readonly onClose: () => void }): JSX.Element {
  const end = useMutation({
    mutationFn: () => request(MeetingSharing, 'DELETE', pathOf(slug), { match: '*' }),
    onSuccess: async () => {
      report({ text: words.ended })
      onClose()
      await refreshAll()
    },
  })
  return (
    <Dialog title={words.endSharing} isOpen onClose={onClose} isAlert>
      <p>{words.endSharingAsk}</p>
      {end.error !== null && <Failed error={end.error} />}
      <div className="dialog-foot">
        <Button onPress={onClose}>{words.cancel}</Button>
        <Button weight="danger" isPending={end.isPending} onPress={() => end.mutate()}>
          {words.endSharing}
        </Button>
      </div>
    </Dialog>
  )
}

/** The address of a shared meeting, as it is told to those who may share it. */
function addressIn(slug: string, address: string): MeetingAddress {
  return { slug, secret: new URL(address, location.href).searchParams.get(parameterWords.key.da) }
}

function SharedPlaces({ slug, address }: { readonly slug: string; readonly address: string }): JSX.Element {
  const links = meetingLinks(addressIn(slug, address), locale, location.origin)
  return (
    <>
      <ul className="papers">
        {(['agenda', 'slides', 'appendix'] as const).map((part) => (
          <li key={part}>
            <a href={links[part]} target="_blank" rel="noreferrer">
              {words.sharedPlaces[part]}
            </a>
          </li>
        ))}
      </ul>
      <Button
        onPress={() => void navigator.clipboard.writeText(links.agenda).then(() => report({ text: words.copied }))}
      >
        {words.copyLink}
      </Button>
    </>
  )
}

function State({ slug, items, stands }: Shown & { readonly stands: Answered<MeetingSharing> }): JSX.Element {
  const { sharing, sharedAt, version, isCurrent, lastDay, address } = stands.value
  const mayShare = useReaches('publisher')
  const [open, setOpen] = useState<'share' | 'end' | null>(null)
  const day = sharedAt === null ? '' : dayInWords(sharedAt)
  return (
    <>
      {sharing === 'draft' ? (
        <p>{words.draft}</p>
      ) : (
        <>
          <p>{sharing === 'link' ? words.byLink(day, version) : words.public(day, version)}</p>
          {lastDay !== null && <p>{words.until(dayInWords(lastDay))}</p>}
          {isCurrent ? (
            <p className="field-help">{words.current}</p>
          ) : (
            <p className="notice" data-tone="doubt">
              {words.changedSince}
            </p>
          )}
          {address !== null && <SharedPlaces slug={slug} address={address} />}
        </>
      )}
      {mayShare ? (
        <div className="sharing-actions">
          <Button weight={isCurrent ? 'plain' : 'primary'} onPress={() => setOpen('share')}>
            {sharing === 'draft' ? words.share : words.shareAgain}
          </Button>
          {sharing !== 'draft' && (
            <Button weight="danger" onPress={() => setOpen('end')}>
              {words.endSharing}
            </Button>
          )}
        </div>
      ) : (
        <p className="field-help">{words.mayNotShare}</p>
      )}
      {open === 'share' && <ShareDialog slug={slug} items={items} stands={stands} onClose={() => setOpen(null)} />}
      {open === 'end' && <EndDialog slug={slug} onClose={() => setOpen(null)} />}
    </>
  )
}

/** With whom a meeting is shared, and what can be done about it. */
export function Sharing({ slug, items }: Shown): JSX.Element {
  const query = useQuery(sharingQuery(slug))
  return (
    <section aria-labelledby="sharing">
      <h2 id="sharing">{words.sharing}</h2>
      <Loaded query={query}>{(stands) => <State slug={slug} items={items} stands={stands} />}</Loaded>
    </section>
  )
}
