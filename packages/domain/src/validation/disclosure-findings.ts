import { populationsOf } from '../disclosure/earlier.ts'
import { protect } from '../disclosure/protect.ts'
import type { ProtectedMaterial } from '../disclosure/protect.ts'
import { removeRevealingTexts } from '../disclosure/revealing-texts.ts'
import type { TypedTexts, RemovedText } from '../disclosure/revealing-texts.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { Text } from '../text.ts'
import type { ValidationFinding } from './validation-finding.ts'

/* What an administrator should know of the rule on few people before figures are published. */

const whatIsSilent: Readonly<Record<RemovedText['what'], Text>> = {
  baseline: {
    da: 'Måltallets udgangspunkt bliver ikke vist, for tallet for perioden bliver tilbageholdt. Vælg en periode, hvis tal vises, eller lad værdien stå tom.',
    en: 'The start of the target is not shown, because the figure of its period is withheld. Choose a period whose figure is shown, or leave the value empty.',
  },
  milestone: {
    da: 'Et delmål bliver ikke vist, for tallet for dets periode bliver tilbageholdt. Fjern delmålet, eller flyt det til en periode, hvis tal vises.',
    en: 'A milestone is not shown, because the figure of its period is withheld. Remove it, or move it to a period whose figure is shown.',
  },
  target: {
    da: 'Måltallet bliver ikke vist, for tallet for dets periode bliver tilbageholdt. Sæt et måltal for en senere periode.',
    en: 'The target is not shown, because the figure of its period is withheld. Set a target for a later period.',
  },
  override: {
    da: 'Kommunens egen vurdering bliver ikke vist, for dens begrundelse nævner et tal, der bliver tilbageholdt. Skriv begrundelsen uden tallet.',
    en: 'The municipality’s own verdict is not shown, because its reason names a figure that is withheld. Write the reason without the number.',
  },
  footnote: {
    da: 'En fodnote bliver ikke vist, for den nævner et tal, der bliver tilbageholdt. Skriv den uden tallet.',
    en: 'A footnote is not shown, because it names a figure that is withheld. Write it without the number.',
  },
  note: {
    da: 'Måltallets bemærkning bliver ikke vist, for den nævner et tal, der bliver tilbageholdt. Skriv den uden tallet.',
    en: 'The note on the target is not shown, because it names a figure that is withheld. Write it without the number.',
  },
  caveat: {
    da: 'Et forbehold bliver ikke vist, for det nævner et tal, der bliver tilbageholdt. Skriv det uden tallet.',
    en: 'A caveat is not shown, because it names a figure that is withheld. Write it without the number.',
  },
  break: {
    da: 'Begrundelsen for et brud bliver ikke vist, for den nævner et tal, der bliver tilbageholdt. Skriv den uden tallet.',
    en: 'The reason for a break is not shown, because it names a figure that is withheld. Write it without the number.',
  },
}

/** Everything typed beside the figures that would tell a suppressed one and is therefore not published. */
export function revealingTextFindings(material: TypedTexts & ProtectedMaterial): readonly ValidationFinding[] {
  const { targets, overrides, series, indicator } = material
  const hasWords =
    indicator.caveats.length + indicator.breaks.length > 0 ||
    series.some(({ observations }) => observations.some(({ footnote }) => footnote !== null))
  // Nothing is proven of figures beside which nothing stands.
  if (indicator.disclosure.exempt !== null || (targets.length + overrides.length === 0 && !hasWords)) return []
  const { series: shown, withheld: suppressed } = protect(material)
  const { silenced } = removeRevealingTexts({ ...material, series: shown }, series, suppressed)
  return silenced.map(({ what, series: of, period }) => ({
    kind: 'tells-withheld',
    series: of,
    period: period ?? '',
    text: whatIsSilent[what],
  }))
}

/** Names of populations that no other indicator has: they link nothing, and are probably misspelt. */
export function unlinkedPopulationFindings(
  indicator: Indicator,
  all: readonly Indicator[],
): readonly ValidationFinding[] {
  const others = new Set(all.filter(({ slug }) => slug !== indicator.slug).flatMap(populationsOf))
  return populationsOf(indicator)
    .filter((name) => !others.has(name))
    .map((name) => ({
      kind: 'unshared-population',
      series: indicator.area,
      period: '',
      text: {
        da: `Ingen anden indikator har navnet ${name} under disclosure.populations, så det beskytter ingen sammen. Skriv det som i de indikatorer, der tæller de samme mennesker, eller fjern det.`,
        en: `No other indicator has the name ${name} under disclosure.populations, so that it protects none together. Write it as in the indicators that count the same people, or remove it.`,
      },
    }))
}
