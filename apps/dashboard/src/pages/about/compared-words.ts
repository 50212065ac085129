import type { Locale } from '@pejling/domain/text'
import type { Part } from './messages.ts'

/** How figures are compared with those of other places, and told in people. */
export const comparedWords: Readonly<Record<Locale, Part>> = {
  da: {
    id: 'sammenligning',
    title: 'Sammenlignet med hvem?',
    text: [
      'Kommunens tal sammenlignes med landets og, hvor der er tal, med regionens og kommunegruppens. Der sammenlignes kun tal for samme periode, som er gjort op på samme måde. Afstanden kaldes større eller mindre, når den har flyttet sig mere end halvt så meget, som der skal til, før selve tallet regnes for ændret; ellers står kun, hvad den var før. Antal og beløb sammenlignes ikke, for de vokser med kommunens størrelse.',
      'Pladsen blandt kommunerne regnes efter de tal, siden viser. Nr. 1 har det højeste tal eller, hvor mindre er bedre, det laveste; det står ved pladsen. Kommuner, hvis tal ser ens ud, deler plads. Pladsen vises kun, når mindst ti kommuner og mindst tre fjerdedele af dem har et tal, og ikke for spørgeundersøgelser.',
      'Hvor det er kendt, hvor mange mennesker et tal bygger på, står forskelle også i mennesker: så mange flere eller færre, som forskellen svarer til, når man regner med det nyeste antal, der er at tælle blandt.',
    ],
  },
  en: {
    id: 'comparison',
    title: 'Compared with whom?',
    text: [
      'The municipality’s figure is compared with the national one and, where there are figures, with those of the region and the municipality group. Only figures for the same period that are measured in the same way are compared. The gap is said to have widened or narrowed when it has moved by more than half of what it takes for the figure itself to count as changed; otherwise only what it was before is given. Counts and amounts are not compared, because they grow with the size of the municipality.',
      'The place among the municipalities follows the figures as the page shows them. No. 1 has the highest figure or, where less is better, the lowest; the text says which. Municipalities whose figures look the same share a place. The place is shown only when at least ten municipalities, and at least three quarters of them, have a figure, and not for surveys.',
      'Where the number of people behind a figure is known, differences are also given in people: as many more or fewer as the difference equals, among the latest number of people there are to count.',
    ],
  },
}
