import type { Indicator } from '@pejling/domain/indicator/indicator'

/** How an invented indicator goes. Each leads to an assessment of its own. */
export type Story =
  /** There is a target, and the series has come this share of the way that was needed by now (negative: the wrong way). */
  | { readonly kind: 'target'; readonly pace: number }
  /** The target is reached. */
  | { readonly kind: 'reached' }
  /** The target's period is over and has no figure yet. */
  | { readonly kind: 'overdue' }
  /** There is no target; over the years that are judged the series moves this share of its usual movement as wanted (negative: against). */
  | { readonly kind: 'trend'; readonly share: number }
  /** There is no target, and the figures swing more than they move. */
  | { readonly kind: 'unclear' }
  /** Measuring has only just begun. */
  | { readonly kind: 'few-points' }
  /** Every figure is suppressed, because it is about few people. */
  | { readonly kind: 'suppressed' }
  /** No one has begun to collect figures. */
  | { readonly kind: 'uncollected' }

const onTrack: Story = { kind: 'target', pace: 1.1 }
const behind: Story = { kind: 'target', pace: 0.8 }
const tooSlow: Story = { kind: 'target', pace: 0.5 }
const noChange: Story = { kind: 'target', pace: 0.02 }
const wrongWay: Story = { kind: 'target', pace: -0.7 }
const reached: Story = { kind: 'reached' }
const overdue: Story = { kind: 'overdue' }
const improving: Story = { kind: 'trend', share: 1 }
const stable: Story = { kind: 'trend', share: 0 }
const worsening: Story = { kind: 'trend', share: -0.8 }
const unclear: Story = { kind: 'unclear' }
const fewPoints: Story = { kind: 'few-points' }
const suppressed: Story = { kind: 'suppressed' }
const uncollected: Story = { kind: 'uncollected' }

/** For the delivered indicators: so that their figures fit one another, and the goals show every assessment. */
const told: Readonly<Record<string, Story>> = {
  'aktiviteter-paa-tvaers': uncollected,
  beskaeftigelsesfrekvens: onTrack,
  'beskaeftigelse-herkomstratio': improving,
  'borgerpanel-medlemmer': overdue,
  'dansk-matematik-02': onTrack,
  'dialogmoeder-deltagere': onTrack,
  'digital-post-fritaget': reached,
  'elevraad-aktive': stable,
  elevtrivsel: worsening,
  ensomhed: worsening,
  foerstegangsvaelgere: improving,
  foraeldretilfredshed: fewPoints,
  'foreninger-inddraget': improving,
  'foreningsbestyrelser-repraesentation': behind,
  foreningsmedlemskab: stable,
  'forstaaelig-information': wrongWay,
  'fritidspas-boern': behind,
  'frivilligt-arbejde-12mdr': noChange,
  'hoejt-fravaer': wrongWay,
  idraetsmedlemskaber: improving,
  'job-via-partnerskab': tooSlow,
  'kandidater-koen': improving,
  'karaktergennemsnit-9kl': improving,
  laerepladssoegende: unclear,
  'langvarig-ydelse': behind,
  'medlemsratio-koen-unge': improving,
  'neet-16-24': tooSlow,
  'nye-foreninger': unclear,
  'oplevet-indflydelse': stable,
  'overgang-ungdomsudd': onTrack,
  'partnerskaber-aktive': improving,
  'profilmodel-ungdomsuddannelse': behind,
  samskabelsesprojekter: reached,
  'skole-hjem-samtaler': reached,
  'skolebestyrelse-kampvalg': stable,
  'tillid-til-andre': stable,
  'ungdomsudd-25aarige': improving,
  'unge-blandt-deltagere': suppressed,
  'ungeraad-deltagelse': improving,
  'valgdeltagelse-fv': noChange,
  'valgdeltagelse-kv': behind,
  virksomhedssamarbejde: worsening,
}

/** For indicators no one has thought of here. */
const inTurn: readonly Story[] = [
  onTrack,
  improving,
  behind,
  worsening,
  reached,
  stable,
  tooSlow,
  unclear,
  noChange,
  fewPoints,
  wrongWay,
  overdue,
]

/** The story of an indicator; `position` is its place in the catalogue. */
export function storyOf({ slug, direction }: Indicator, position: number): Story {
  if (direction === 'context') return improving
  return told[slug] ?? inTurn[position % inTurn.length] ?? stable
}
