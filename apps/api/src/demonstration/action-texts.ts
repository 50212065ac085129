import type { Text } from '@pejling/domain/text'

/** What an invented action says of itself, and the goal and indicator it goes with. */
export interface ActionTexts {
  readonly slug: string
  readonly goal: string
  readonly indicator: string
  readonly title: Text
  readonly description: Text
  readonly responsible: Text
  readonly partners: Text | null
  readonly targetGroup: Text | null
  readonly effect: Text
}

const t = (da: string, en: string): Text => ({ da, en })

/** Invented actions. Those responsible are invented too, and say so. */
export const actionTexts: readonly ActionTexts[] = [
  {
    slug: 'startpakke-til-foreninger',
    goal: 'nye-faellesskaber',
    indicator: 'nye-foreninger',
    title: t('Startpakke til nye foreninger', 'Starter kit for new associations'),
    description: t(
      'Nye foreninger får et gratis lokale i et halvt år og hjælp til vedtægter, bankkonto og den første ansøgning om tilskud.',
      'New associations get a free room for half a year, and help with rules, a bank account and the first application for a grant.',
    ),
    responsible: t('Fritidsafdelingen (opfundet)', 'The leisure department (invented)'),
    partners: t('Foreningsrådet (opfundet)', 'The council of associations (invented)'),
    targetGroup: t('Borgere, der vil starte en forening', 'Residents who want to start an association'),
    effect: t(
      'Når de første måneder bliver lettere, kommer flere nye foreninger i gang.',
      'When the first months are easier, more new associations get started.',
    ),
  },
  {
    slug: 'laeseaftener',
    goal: 'foraeldre-hjaelper',
    indicator: 'skole-hjem-samtaler',
    title: t('Læseaftener for forældre og børn', 'Reading evenings for parents and children'),
    description: t(
      'Skolerne holder læseaftener, hvor forældre og børn læser sammen, og hvor lærerne fortæller, hvordan man kan hjælpe derhjemme.',
      'Schools hold reading evenings where parents and children read together, and where teachers explain how to help at home.',
    ),
    responsible: t('Skoleafdelingen (opfundet)', 'The schools department (invented)'),
    partners: t('Bibliotekerne', 'The libraries'),
    targetGroup: t('Forældre til børn i 0.–3. klasse', 'Parents of children in years 0–3'),
    effect: t(
      'Forældre, der kender skolen, kommer oftere til skole-hjem-samtaler.',
      'Parents who know the school come to parent–teacher meetings more often.',
    ),
  },
  {
    slug: 'min-foerste-stemme',
    goal: 'boern-og-unges-demokrati',
    indicator: 'foerstegangsvaelgere',
    title: t('Min første stemme', 'My first vote'),
    description: t(
      'Elever på ungdomsuddannelserne møder kandidaterne og prøver et stemmelokale af i månederne før næste valg.',
      'Students in upper secondary education meet the candidates and try out a polling booth in the months before the next election.',
    ),
    responsible: t('Borgerservice (opfundet)', 'Citizen services (invented)'),
    partners: t('Ungdomsuddannelserne og ungerådet', 'Upper secondary schools and the youth council'),
    targetGroup: t('Unge, der skal stemme første gang', 'Young people voting for the first time'),
    effect: t('Unge, der har prøvet at stemme, stemmer oftere.', 'Young people who have tried voting vote more often.'),
  },
  {
    slug: 'nabopanel',
    goal: 'kommunikation',
    indicator: 'borgerpanel-medlemmer',
    title: t('Nabopaneler i boligområderne', 'Neighbour panels in housing areas'),
    description: t(
      'Hvert boligområde skulle have et panel, som kommunen kunne spørge, inden breve og hjemmesider blev skrevet om.',
      'Each housing area was to have a panel for the municipality to ask before letters and web pages were rewritten.',
    ),
    responsible: t('Kommunikationsafdelingen (opfundet)', 'The communications department (invented)'),
    partners: t('Boligorganisationerne', 'The housing organisations'),
    targetGroup: null,
    effect: t(
      'Flere borgere siger deres mening, når de bliver spurgt tæt på, hvor de bor.',
      'More residents say what they think when they are asked close to home.',
    ),
  },
  {
    slug: 'aftenskole-i-demokrati',
    goal: 'repraesentativt-demokrati',
    indicator: 'kandidater-koen',
    title: t('Aftenskole for nye kandidater', 'Evening school for new candidates'),
    description: t(
      'Tre aftener om, hvad et byråd laver, for borgere, der overvejer at stille op.',
      'Three evenings about what a municipal council does, for residents who consider standing.',
    ),
    responsible: t('Byrådssekretariatet (opfundet)', 'The council secretariat (invented)'),
    partners: null,
    targetGroup: t('Borgere, der aldrig har stillet op', 'Residents who have never stood for election'),
    effect: t(
      'Når flere ved, hvad det kræver, stiller flere forskellige borgere op.',
      'When more people know what it takes, a wider range of residents stand.',
    ),
  },
  {
    slug: 'fritidsjob-med-mentor',
    goal: 'partnerskaber-om-arbejde',
    indicator: 'job-via-partnerskab',
    title: t('Småjob med en mentor', 'Small jobs with a mentor'),
    description: t(
      'Virksomheder og foreninger tilbyder job på få timer om ugen til borgere uden for arbejdsmarkedet. Hver får en frivillig mentor.',
      'Businesses and associations offer jobs of a few hours a week to people outside the labour market. Each gets a volunteer mentor.',
    ),
    responsible: t('Jobcentret (opfundet)', 'The job centre (invented)'),
    partners: t('Lokale virksomheder og foreninger', 'Local businesses and associations'),
    targetGroup: t('Langvarige modtagere af kontanthjælp', 'Long-term recipients of social assistance'),
    effect: t('De første løntimer gør det lettere at få flere.', 'The first paid hours make it easier to get more.'),
  },
  {
    slug: 'faellesspisning-paa-tvaers',
    goal: 'dialog-om-borgerrollen',
    indicator: 'dialogmoeder-deltagere',
    title: t('Borgermøder med fællesspisning', 'Public meetings with a shared meal'),
    description: t(
      'Fire borgermøder begynder med mad, så borgere, der ikke plejer at komme, har en anledning.',
      'Four public meetings begin with a meal, to give residents who do not usually come a reason to.',
    ),
    responsible: t('Kulturafdelingen (opfundet)', 'The culture department (invented)'),
    partners: t('Frivilligcentret og spejderne', 'The volunteer centre and the scouts'),
    targetGroup: null,
    effect: t('Flere kommer til møder, der også er samvær.', 'More people come to meetings that are also social.'),
  },
  {
    slug: 'foreningernes-dag',
    goal: 'aktive-borgere',
    indicator: 'idraetsmedlemskaber',
    title: t('Foreningernes dag', 'Associations’ day'),
    description: t(
      'Foreninger viser, hvad de laver, og nye medlemmer kan prøve det med det samme.',
      'Associations show what they do, and new members can try it at once.',
    ),
    responsible: t('Fritidsafdelingen (opfundet)', 'The leisure department (invented)'),
    partners: t('Foreningsrådet (opfundet)', 'The council of associations (invented)'),
    targetGroup: null,
    effect: t(
      'Den, der har prøvet en aktivitet, melder sig oftere ind.',
      'People who have tried an activity join more often.',
    ),
  },
  {
    slug: 'digital-hjaelp-paa-biblioteket',
    goal: 'kommunikation',
    indicator: 'digital-post-fritaget',
    title: t('Digital hjælp om aftenen', 'Digital help in the evening'),
    description: t(
      'Frivillige hjalp med Digital Post på biblioteket to aftener om ugen.',
      'Volunteers helped with Digital Post at the library two evenings a week.',
    ),
    responsible: t('Borgerservice (opfundet)', 'Citizen services (invented)'),
    partners: t('Ældreforeninger', 'Associations of older people'),
    targetGroup: t('Borgere over 65 år', 'Residents over 65'),
    effect: t(
      'Flere klarer deres post selv, når de kan få hjælp til det.',
      'More people manage their own mail when help is at hand.',
    ),
  },
]
