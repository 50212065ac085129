import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useDeferredValue, useEffect, useState, type JSX } from 'react'
import {
  Autocomplete,
  Dialog,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components'
import { deskPath } from '@pejling/addresses/desk'
import { deskLists } from '@pejling/addresses/words'
import { folded } from '@pejling/domain/text/folded'
import { SearchAnswer, type Found } from '@pejling/domain/workspace/search'
import { locale, textOf, wordsOf } from '../client/locale.ts'
import { oneOf } from '../client/queries.ts'
import { problemText } from '../widgets/state.tsx'
import { sectionWords, type Section } from './section-words.ts'

const words = wordsOf({
  da: {
    open: 'Find indikator, mål, person eller side',
    title: 'Søg og gå til',
    page: 'Side',
    nothing: 'Intet fundet. Prøv et andet ord.',
    kinds: {
      indicators: 'Indikator',
      goals: 'Mål',
      'focus-areas': 'Fokusområde',
      people: 'Person',
      meetings: 'Møde',
      'action-plans': 'Handleplan',
      actions: 'Handling',
      ideas: 'Idé',
      decisions: 'Beslutning',
      sources: 'Kilde',
    },
  },
  en: {
    open: 'Find an indicator, goal, person or page',
    title: 'Search and go to',
    page: 'Page',
    nothing: 'Nothing found. Try another word.',
    kinds: {
      indicators: 'Indicator',
      goals: 'Goal',
      'focus-areas': 'Focus area',
      people: 'Person',
      meetings: 'Meeting',
      'action-plans': 'Action plan',
      actions: 'Action',
      ideas: 'Idea',
      decisions: 'Decision',
      sources: 'Source',
    },
  },
})

/** Somewhere to go; its id is its address. */
interface Place {
  readonly id: string
  readonly label: string
  readonly about: string
}

const isSection = (section: string): section is Section => section in sectionWords.da

const sections: readonly Place[] = Object.entries(wordsOf(sectionWords)).flatMap(([section, label]) =>
  isSection(section) ? [{ id: deskPath(locale, section), label, about: words.page }] : [],
)

/** Where something that was found is edited; what has no page of its own is on the page of its kind. */
function addressOf({ kind, id }: Found): string {
  switch (kind) {
    case 'indicators':
      return deskPath(locale, 'figures', { slug: id })
    case 'goals':
      return deskPath(locale, 'goal', { key: id })
    case 'focus-areas':
      return deskPath(locale, 'goals')
    case 'people':
      return deskPath(locale, 'people')
    case 'meetings':
      return deskPath(locale, 'meeting', { slug: id })
    case 'action-plans':
      return deskPath(locale, 'actionPlan', { slug: id })
    case 'actions':
      return deskPath(locale, 'actionPlans')
    case 'ideas':
      return deskPath(locale, 'idea', { slug: id })
    case 'decisions':
      return deskPath(locale, 'meetings')
    case 'sources':
      return deskPath(locale, 'listItem', { list: deskLists.sources, key: id })
    default:
      return deskPath(locale, 'home')
  }
}

/** What is found, one of each name and kind: their addresses are one where they have no page of their own. */
function placesOf(found: readonly Found[]): readonly Place[] {
  const places = found.map((one) => ({
    id: addressOf(one),
    label: one.number === null ? textOf(one.title) : `${one.number} ${textOf(one.title)}`,
    about: words.kinds[one.kind],
  }))
  return [...new Map(places.map((place) => [place.id, place])).values()]
}

function Search({ onGo }: { readonly onGo: (address: string) => void }): JSX.Element {
  const [typed, setTyped] = useState('')
  const sought = useDeferredValue(typed.trim())
  const query = useQuery({
    ...oneOf(SearchAnswer, '/search', { q: sought }),
    enabled: sought !== '',
    placeholderData: (before) => before,
  })
  const pages = sections.filter(({ label }) => folded(label).includes(folded(sought)))
  const places = [...pages, ...(sought === '' ? [] : placesOf(query.data?.value.items ?? []))]
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <SearchField autoFocus className="field">
        <Label className="visually-hidden">{words.title}</Label>
        <Input placeholder={words.open} />
      </SearchField>
      <ListBox
        className="options"
        items={places}
        aria-label={words.title}
        renderEmptyState={() => (query.error === null ? words.nothing : problemText(query.error))}
        selectionMode="none"
        onAction={(key) => onGo(String(key))}
      >
        {({ id, label, about }) => (
          <ListBoxItem id={id} textValue={label} className="option">
            <span>{label}</span> <span className="field-help">{about}</span>
          </ListBoxItem>
        )}
      </ListBox>
    </Autocomplete>
  )
}

/** Search over everything, from anywhere by Ctrl+K. */
export function Palette(): JSX.Element {
  const { history } = useRouter()
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key !== 'k') return
      event.preventDefault()
      setOpen((open) => !open)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      <button type="button" className="palette-open" aria-keyshortcuts="Control+K" onClick={() => setOpen(true)}>
        {words.open} <kbd aria-hidden="true">Ctrl K</kbd>
      </button>
      <ModalOverlay className="overlay" isDismissable isOpen={isOpen} onOpenChange={setOpen}>
        <Modal className="modal palette">
          <Dialog className="dialog" aria-label={words.title}>
            <Search
              onGo={(address) => {
                setOpen(false)
                history.push(address)
              }}
            />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  )
}
