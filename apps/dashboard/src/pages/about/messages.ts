import type { Verdict } from '@pejling/domain/progress/assessment'
import type { Locale } from '@pejling/domain/text'

/** A part of the page: its anchor, its heading and its paragraphs. */
export interface Part {
  readonly id: string
  readonly title: string
  readonly text: readonly string[]
}

const da = {
  head: {
    title: 'Om tallene',
    description: 'Sådan vurderes det, om kommunen kommer tættere på sine mål, og hvor sikkert det er.',
  },
  lead: 'Alle vurderinger beregnes efter reglerne på denne side. Ingen er lavet i hånden, og alle kan regne efter. Har forvaltningen en anden vurdering, vises den ved siden af den beregnede med en begrundelse.',
  contents: 'På denne side',
  inShort: {
    id: 'kort',
    title: 'Kort fortalt',
    text: [
      'Politikken sætter mål med ord. Et ord som “høj valgdeltagelse” kan ikke måles, før der er valgt et tal for det. De tal hedder indikatorer. Et mål vurderes efter sine hovedindikatorer, som måler kernen i målet.',
      'Nogle mål har et måltal, som er besluttet politisk. Så står der, hvem der har besluttet det og hvornår, og det vurderes, om udviklingen går hurtigt nok til at nå det. Har et mål intet måltal, vurderer vi kun udviklingens retning.',
    ],
  },
  verdicts: {
    id: 'vurderinger',
    title: 'Vurderingerne',
    text: [
      'Et fyldt mærke betyder, at der er et besluttet måltal. En ring betyder, at der kun vurderes retning. En stiplet ring betyder, at der ikke kan vurderes noget endnu.',
    ],
  },
  withTarget: 'Med et besluttet måltal',
  withoutTarget: 'Uden måltal',
  neither: 'Når der ikke kan vurderes',
  /** When each verdict is given, in one sentence. */
  rules: {
    reached: 'Det seneste tal har nået måltallet eller er forbi det.',
    'on-track': 'Udviklingen går mindst 95 % så hurtigt, som den skal, for at måltallet nås til tiden.',
    behind: 'Udviklingen går mellem 60 % og 95 % så hurtigt, som den skal.',
    'too-slow': 'Tallet går den rigtige vej, men under 60 % så hurtigt, som det skal.',
    'no-change': 'Ændringen er for lille til at tyde på en udvikling.',
    'wrong-way': 'Tallet går væk fra måltallet.',
    overdue: 'Måltallets år er gået, og der er endnu intet tal for det.',
    improving: 'Tallet går den rigtige vej og flytter sig mere, end det svinger.',
    stable: 'Ændringen over årene er for lille til at tyde på en udvikling.',
    unclear: 'Tallene svinger så meget, at retningen ikke er sikker.',
    worsening: 'Tallet går den forkerte vej og flytter sig mere, end det svinger.',
    'not-assessed':
      'Der er tal, men de er for få, kan ikke sammenlignes eller måler ikke det, målet siger. Grunden står ved tallet.',
    'no-data': 'Der er ingen tal. Ved indikatoren står, hvad der skal måles, og hvornår det første tal ventes.',
  } satisfies Readonly<Record<Verdict, string>>,
  band: {
    id: 'klar-aendring',
    title: 'Hvad er en klar ændring?',
    text: [
      'Uden måltal ses der på de seneste ti år eller på de fem seneste valg eller undersøgelser. Der skal være mindst fire målinger. To eller tre er for få til at tale om en udvikling; så står der kun, hvor meget tallet senest har ændret sig.',
      'Ændringen er den typiske ændring mellem alle par af målinger (Theil og Sens metode), så et enkelt skævt år ikke afgør det. Den skal være over 1 procentpoint for andele, 0,05 for scorer fra 1 til 5, 2 for indekstal og 5 % for antal. Ved valg skal den være over 2 procentpoint, fordi deltagelsen ofte flytter sig så meget fra det ene valg til det næste alene på grund af det, der er på valg. En indikator kan have sin egen grænse med en begrundelse.',
      'En ændring, der er stor nok, kan stadig være et tilfælde. Derfor skal den også være sikker: Det 80 %-interval, som målingerne giver for ændringen, må ikke rumme nul. Ellers står der “Ingen sikker retning”.',
      'Er tallet fra en spørgeskemaundersøgelse, og er den statistiske usikkerhed oplyst, skal ændringen være større end usikkerheden. Er det kendt, hvor mange personer der er talt, skal den være større end det, tilfældet kan gøre ved så få, og altid større end én person.',
      'Et tal, der skal ligge tæt på en værdi, kan være for højt eller for lavt. En gruppe, der fylder det halve af sin andel af befolkningen, er lige så langt fra ligelig fordeling som en, der fylder det dobbelte.',
    ],
  },
  sure: {
    id: 'sikkerhed',
    title: 'Hvor sikkert er det?',
    text: ['Ved hver vurdering står det, der er vigtigt for, hvor sikker den er. Også det er beregnet.'],
  },
  sureList: [
    [
      'Holder vurderingen?',
      'Den beregnes igen uden det nyeste tal, med et senere startår og efter de andre mulige metoder, så vidt tallene tillader det. Giver det et andet svar, står det ved vurderingen.',
    ],
    [
      'Fremskrivning',
      'Fortsætter det som hidtil, ender det sandsynligvis i det skraverede felt (80 %). Feltet vises kun, når der er mindst fire målinger. Det er prøvet på rigtige tal: Omkring fire ud af fem af de tal, der kom et til fem år senere, lå i feltet. Et år for, hvornår måltallet nås, er altid et år, hvor der måles. Det står der ikke, hvis vurderingen og fremskrivningen peger hver sin vej.',
    ],
    ['Foreløbig', 'Vurderingen bygger på et tal, der kan blive rettet.'],
    ['Brud', 'Tallet er opgjort på en ny måde. Det, der ligger før, sammenlignes ikke med det, der ligger efter.'],
    [
      'Få målinger',
      'To eller tre målinger er for få til at tale om en udvikling. Mod et måltal kan to være nok, og så står det.',
    ],
  ] satisfies readonly (readonly [term: string, text: string])[],
  goals: {
    id: 'maal',
    title: 'Fra tal til mål',
    text: [
      'Et mål får den dårligste vurdering blandt de hovedindikatorer, der kan vurderes. Kan kun nogle af dem vurderes, står det ved målet. Der beregnes intet gennemsnit, for det ville skjule både det, der går godt, og det, der går skidt. For hele politikken står, hvor mange mål der har hver vurdering.',
    ],
  },
  marks: {
    id: 'tegn',
    title: 'Tegn ved tallene',
    text: ['De samme tegn bruges i tabeller, i grafer og i de data, man kan hente. Intet af dem er et nul.'],
  },
  few: {
    id: 'faa-personer',
    title: 'Når få personer er med',
    text: [
      'Bygger et tal på færre end fem personer, viser vi det ikke, fordi det kunne afsløre noget om den enkelte. Det gælder både dem, der tælles med, og dem, der ikke gør. Der står “for få personer”. Det er hverken nul eller et tal, der mangler.',
      'Kan det skjulte tal beregnes ud fra andre tal eller en tidligere udgivelse, skjuler vi også nogle af dem, men så få som muligt. Resultater af valg vises altid, og det gør tal, som producenten allerede har sikret, og tal om andet end personer.',
    ],
  },
  releases: {
    id: 'udgivelser',
    title: 'Intet ændres i stilhed',
    text: [
      'Alt på siden hører til en udgivelse med et nummer og en dato. Skal et tal rettes, sker det i en ny udgivelse, og den gamle kan stadig ses. Hver udgivelse er bundet til den før med et fingeraftryk, så alle kan se, om noget er ændret siden.',
    ],
  },
  sources: {
    id: 'kilder',
    title: 'Hvor tallene kommer fra',
    text: [
      'Ved hver indikator står, hvem der har opgjort tallene, og hvor de er hentet. Nogle tal er hentet via en tredjepart. Det står ved dem; tjek dem hos producenten, før du bruger dem officielt.',
    ],
  },
  unknown: {
    id: 'ukendt',
    title: 'Hvad tallene ikke siger',
    text: [
      'Et tal kan gå den rigtige vej, uden at kommunen er årsag til det, og den forkerte vej, selv om den gør det rigtige. Et mål kan være mere end det, der kan tælles. Tallene er om grupper, aldrig om enkelte personer.',
    ],
  },
  again: {
    id: 'regn-efter',
    title: 'Regn efter',
    text: [
      'Hver vurdering kan hentes med alt det, den er regnet ud af: de brugte målinger, grænsen, farten, metoden og dens version.',
    ],
  },
  allReleases: 'Se alle udgivelser',
  api: 'Data og API',
  policy: { id: 'politikken', title: 'Politikken', text: [] },
  challenges: 'Udfordringer, politikken skal imødegå',
}

const en: typeof da = {
  head: {
    title: 'About the figures',
    description: 'How it is assessed whether the municipality comes closer to its goals, and how sure that is.',
  },
  lead: 'All assessments follow the rules on this page. None is made by hand, and anyone can compute them again. Where the administration assesses otherwise, its assessment is shown beside the computed one, with its reason.',
  contents: 'On this page',
  inShort: {
    id: 'in-short',
    title: 'In short',
    text: [
      'The policy sets goals in words. Words like “high turnout” cannot be measured until a figure has been chosen for them. Those figures are called indicators. A goal is assessed by its headline indicators, which measure the core of the goal.',
      'Some goals have a target that has been decided politically. Then it says who decided it and when, and the assessment is whether the pace is high enough to reach it. Where a goal has no target, only the direction of change is assessed.',
    ],
  },
  verdicts: {
    id: 'assessments',
    title: 'The assessments',
    text: [
      'A filled mark means that there is a decided target. A ring means that only the direction is assessed. A dashed ring means that nothing can be assessed yet.',
    ],
  },
  withTarget: 'With a decided target',
  withoutTarget: 'Without a target',
  neither: 'Where nothing can be assessed',
  rules: {
    reached: 'The latest figure has reached the target or is past it.',
    'on-track': 'The pace is at least 95% of what it takes to reach the target in time.',
    behind: 'The pace is between 60% and 95% of what it takes.',
    'too-slow': 'The figure goes the right way, but at less than 60% of the pace it takes.',
    'no-change': 'The change is too small to suggest a development.',
    'wrong-way': 'The figure moves away from the target.',
    overdue: 'The target’s year has passed, and there is no figure for it yet.',
    improving: 'The figure goes the right way by more than it swings.',
    stable: 'The change over the years is too small to suggest a development.',
    unclear: 'The figures vary so much that the direction is not certain.',
    worsening: 'The figure goes the wrong way by more than it swings.',
    'not-assessed':
      'There are figures, but they are too few, cannot be compared or do not measure what the goal says. The reason stands beside the figure.',
    'no-data':
      'There are no figures. The indicator says what is to be measured, and when the first figure is expected.',
  },
  band: {
    id: 'clear-change',
    title: 'What is a clear change?',
    text: [
      'Without a target, the last ten years count, or the last five elections or surveys. There must be at least four measurements. Two or three are too few to speak of a development; then only the latest change is stated.',
      'The change is the typical change between all pairs of measurements (the method of Theil and Sen), so that one odd year does not decide it. It must be more than 1 percentage point for shares, 0.05 for scores from 1 to 5, 2 for indices and 5% for counts. For elections it must be more than 2 percentage points, because turnout often moves that much from one election to the next only because of what is on the ballot. An indicator may have a limit of its own, with the reason.',
      'A change that is large enough may still be chance. It must therefore also be certain: the 80% interval that the measurements give for the change must not contain zero. Otherwise it says “No certain direction”.',
      'Where the figure is from a survey whose margin of error is known, the change must be larger than the margin. Where it is known how many people were counted, it must be larger than what chance can do among so few, and always larger than one person.',
      'A figure that should be close to a value can be too high or too low. A group with half of its share of the population is as far from equal representation as one with double.',
    ],
  },
  sure: {
    id: 'certainty',
    title: 'How sure is it?',
    text: ['Each assessment says what matters for how sure it is. That is computed too.'],
  },
  sureList: [
    [
      'Does the assessment hold?',
      'It is computed again without the latest figure, from a later start and by the other possible methods, as far as the figures allow. Where the answer is different, it says so.',
    ],
    [
      'Projection',
      'If it goes on as it has, it will probably end in the shaded area (80%). The area is shown only where there are at least four measurements. It has been tried on real figures: about four in five of those that came one to five years later lay inside. A year for reaching the target is always one in which something is measured. None is given where the assessment and the projection point different ways.',
    ],
    ['Provisional', 'The assessment rests on a figure that may be corrected.'],
    ['Break', 'The figure is compiled in a new way. What lies before is not compared with what lies after.'],
    [
      'Few measurements',
      'Two or three measurements are too few to speak of a development. Against a target two can be enough, and then it says so.',
    ],
  ],
  goals: {
    id: 'goals',
    title: 'From figures to goals',
    text: [
      'A goal takes the poorest assessment among the headline indicators that can be assessed. Where only some of them can, the goal says so. Nothing is averaged, for that would hide both what goes well and what goes badly. For the whole policy it says how many goals have each assessment.',
    ],
  },
  marks: {
    id: 'marks',
    title: 'Marks beside the figures',
    text: ['The same marks stand in tables, in charts and in the data you can download. None of them is a zero.'],
  },
  few: {
    id: 'few-people',
    title: 'When few people are concerned',
    text: [
      'A figure based on fewer than five people is not shown, because it could reveal something about one of them. That applies both to those who are counted and to those who are not. It says “too few people”, which is neither zero nor a missing figure.',
      'If a withheld figure could be worked out from others or from an earlier release, some of those are withheld too, as few as possible. Results of elections are always shown, and so are figures their producer has already treated and figures about other things than people.',
    ],
  },
  releases: {
    id: 'releases',
    title: 'Nothing changes silently',
    text: [
      'Everything on the page belongs to a release with a number and a date. If a figure has to be corrected, that is done in a new release, and the old one can still be seen. Each release is tied to the one before by a fingerprint, so that anyone can see whether something has been changed since.',
    ],
  },
  sources: {
    id: 'sources',
    title: 'Where the figures come from',
    text: [
      'Each indicator says who compiled the figures and where they were fetched. Some figures come via a third party. It says so beside them; check them with the producer before you quote them.',
    ],
  },
  unknown: {
    id: 'unknown',
    title: 'What the figures do not say',
    text: [
      'A figure can go the right way without the municipality being the cause, and the wrong way although it does the right thing. A goal can be more than what can be counted. The figures are about groups, never about individual persons.',
    ],
  },
  again: {
    id: 'compute-again',
    title: 'Compute it again',
    text: [
      'Each assessment can be downloaded with everything it was computed from: the measurements used, the limit, the pace, the method and its version.',
    ],
  },
  allReleases: 'See all releases',
  api: 'Data and API',
  policy: { id: 'policy', title: 'The policy', text: [] },
  challenges: 'Challenges it addresses',
}

/** The words of the page about the method. */
export const aboutWords: Readonly<Record<Locale, typeof da>> = { da, en }
