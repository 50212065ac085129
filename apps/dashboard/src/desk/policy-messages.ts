import type { FieldName, PolicyField } from '@pejling/domain/desk/fields'
import type { Locale } from '@pejling/domain/text'

/** What is said of the logo. */
export type LogoWords = Readonly<Record<'now' | 'choose' | 'take' | 'remove', string>>

interface PolicyWords {
  readonly fields: Readonly<Record<PolicyField, string>>
  readonly fieldNotes: Readonly<Partial<Record<FieldName, string>>>
  readonly logo: LogoWords
}

/** The words of the forms of policies and of how the site presents itself. */
export const policyWords: Readonly<Record<Locale, PolicyWords>> = {
  da: {
    fields: {
      challenges: 'Udfordringer',
      organisationName: 'Kommunens navn',
      areaOne: 'Det øverste niveau, i ental',
      areaOther: 'Det øverste niveau, i flertal',
      goalOne: 'Målene, i ental',
      goalOther: 'Målene, i flertal',
      mark: 'Kort ord i adresser',
      order: 'Plads blandt politikkerne',
      siteName: 'Stedets navn',
      languages: 'Sprog',
      ink: 'Tekstens farve',
      paper: 'Bundens farve',
      accent: 'Stedets egen farve',
    },
    fieldNotes: {
      areaOne: 'For eksempel fokusområde, tema eller spor.',
      goalOne: 'For eksempel rammemål eller delmål.',
      mark: 'Små bogstaver fra a til z, som klima: så begynder målenes adresser med klima-. Det ændres aldrig.',
      siteName: 'Står øverst på hver side og i fanen.',
      languages: 'På et sted med ét sprog skrives alle tekster kun på det.',
      accent:
        'Båndet øverst og navnet, som #12303a; tom: som teksten. Kontrasten prøves. Vurderingernes farver er altid de samme.',
      ink: 'Som #12303a; tom: den, programmet kommer med.',
      paper: 'Som #fbfaf6. Det mørke tema har altid sin egen bund.',
    },
    logo: {
      now: 'Stedets logo, som det er nu',
      choose: 'Logo: et SVG- eller PNG-billede på højst 100 kB. Det vises ved siden af navnet.',
      take: 'Brug som logo',
      remove: 'Fjern logoet',
    },
  },
  en: {
    fields: {
      challenges: 'Challenges',
      organisationName: 'Name of the municipality',
      areaOne: 'The upper level, one of it',
      areaOther: 'The upper level, several',
      goalOne: 'The goals, one of them',
      goalOther: 'The goals, several',
      mark: 'Short word in addresses',
      order: 'Place among the policies',
      siteName: 'Name of the site',
      languages: 'Languages',
      ink: 'Colour of the text',
      paper: 'Colour of the ground',
      accent: 'The site’s own colour',
    },
    fieldNotes: {
      areaOne: 'For instance focus area, theme or track.',
      goalOne: 'For instance framework goal or aim.',
      mark: 'Lower-case letters from a to z, such as klima: the goals’ addresses then begin with klima-. It never changes.',
      siteName: 'Stands on top of each page and in the tab.',
      languages: 'On a site of one language, all texts are written in that alone.',
      accent:
        'The band on top and the name, such as #12303a; empty: as the text. The contrast is checked. The colours of verdicts are always the same.',
      ink: 'Such as #12303a; empty: the one the product comes with.',
      paper: 'Such as #fbfaf6. The dark scheme always keeps its own ground.',
    },
    logo: {
      now: 'The logo of the site as it is now',
      choose: 'Logo: an SVG or PNG picture of 100 kB at most. It is shown beside the name.',
      take: 'Use as logo',
      remove: 'Remove the logo',
    },
  },
}
