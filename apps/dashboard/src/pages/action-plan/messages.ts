import { formatDate } from '@pejling/domain/period/period'
import type { Locale } from '@pejling/domain/text'

function span(from: string | null, to: string | null, locale: Locale, since: string, until: string): string {
  if (from !== null && to !== null) return `${formatDate(from, locale)} – ${formatDate(to, locale)}`
  return from === null ? `${until} ${formatDate(to ?? '', locale)}` : `${since} ${formatDate(from, locale)}`
}

const da = {
  lead: (count: number) => (count === 1 ? 'Én indsats.' : `${count} indsatser.`),
  none: { title: 'Handleplaner', text: 'Der er ikke udgivet nogen handleplan endnu.' },
  others: 'Andre år',
  result: 'Hvor langt er indsatserne?',
  resultNote:
    'En indikator kan ændre sig af mange grunde. Oversigten viser, hvad der skete hvornår – ikke, at det ene skyldes det andet. Kun tal fra tiden efter, at en indsats begyndte, regnes med.',
  count: (count: number) => (count === 1 ? '1 indsats' : `${count} indsatser`),
  responsible: 'Ansvarlig',
  partners: 'Partnere',
  targetGroup: 'For',
  when: 'Tid',
  /** From one day to another, either of them perhaps not known. */
  time: (from: string | null, to: string | null) => span(from, to, 'da', 'fra', 'til'),
  goals: 'Mål',
  shallMove: 'Skal påvirke',
  milestones: 'Milepæle',
  done: 'nået',
  notDone: 'ikke nået',
  continues: (year: number) => `Fortsat fra handleplanen for ${year}`,
  stopped: 'Grund til stop:',
}

const en: typeof da = {
  lead: (count) => (count === 1 ? 'One action.' : `${count} actions.`),
  none: { title: 'Action plans', text: 'No action plan has been published yet.' },
  others: 'Other years',
  result: 'How far are the actions?',
  resultNote:
    'An indicator can change for many reasons. This shows what happened when, not that one caused the other. Only figures from after an action began count.',
  count: (count) => (count === 1 ? '1 action' : `${count} actions`),
  responsible: 'Responsible',
  partners: 'Partners',
  targetGroup: 'For',
  when: 'Time',
  time: (from, to) => span(from, to, 'en', 'from', 'until'),
  goals: 'Goals',
  shallMove: 'Expected to affect',
  milestones: 'Milestones',
  done: 'reached',
  notDone: 'not reached',
  continues: (year) => `Continued from the ${year} action plan`,
  stopped: 'Reason for stopping:',
}

/** The words of an action plan's page. */
export const actionPlanWords: Readonly<Record<Locale, typeof da>> = { da, en }
