import type { Text } from '../text.ts'

/** What a kind of thing that change sets are about is called: one that is known, and several. */
export interface KindWords {
  readonly one: Text
  readonly other: Text
}

const words = (oneDa: string, oneEn: string, otherDa: string, otherEn: string): KindWords => ({
  one: { da: oneDa, en: oneEn },
  other: { da: otherDa, en: otherEn },
})

const known: Readonly<Record<string, KindWords>> = {
  profile: words('sidens navn og udseende', 'the name and looks of the site', 'sidens udseende', 'looks of the site'),
  framework: words('politikken', 'the policy', 'politikker', 'policies'),
  'focus-area': words('fokusområdet', 'the focus area', 'fokusområder', 'focus areas'),
  goal: words('målet', 'the goal', 'mål', 'goals'),
  area: words('området', 'the area', 'områder', 'areas'),
  dimension: words('opdelingen', 'the dimension', 'opdelinger', 'dimensions'),
  source: words('kilden', 'the source', 'kilder', 'sources'),
  provenance: words('herkomsten', 'the provenance', 'herkomster', 'provenances'),
  indicator: words('indikatoren', 'the indicator', 'indikatorer', 'indicators'),
  observation: words('tallet', 'the figure', 'tal', 'figures'),
  target: words('måltallet for', 'the target of', 'måltal', 'targets'),
  override: words(
    'administrationens vurdering af',
    'the administration’s assessment of',
    'vurderinger fra administrationen',
    'assessments by the administration',
  ),
  keepers: words('indberettere af', 'the keepers of', 'sæt indberettere', 'sets of keepers'),
  connection: words('kilden til tal i', 'the connection of', 'forbindelser til kilder', 'connections to sources'),
  'action-plan': words('handleplanen', 'the action plan', 'handleplaner', 'action plans'),
  idea: words('idéen', 'the idea', 'idéer', 'ideas'),
  meeting: words('mødet', 'the meeting', 'møder', 'meetings'),
  'shared-meeting': words('det delte møde', 'the shared meeting', 'delte møder', 'shared meetings'),
  comment: words('bemærkningen til', 'the comment on', 'bemærkninger til mål', 'comments on goals'),
  setting: words('indstillingen', 'the setting', 'indstillinger', 'settings'),
  user: words('kontoen', 'the account', 'konti', 'accounts'),
  'second-factor': words('to-faktor-login for', 'the second factor of', 'to-faktor-login', 'second factors'),
  forgetting: words('en person, der er glemt', 'a person who was forgotten', 'glemte personer', 'forgotten persons'),
  token: words('API-nøglen', 'the token', 'API-nøgler', 'tokens'),
  release: words('udgivelse', 'release', 'udgivelser', 'releases'),
  withdrawal: words('tilbagetrækning', 'withdrawal', 'tilbagetrækninger', 'withdrawals'),
  'planned-release': words(
    'den planlagte udgivelse',
    'the planned release',
    'planlagte udgivelser',
    'planned releases',
  ),
  webhook: words('webhooken', 'the webhook', 'webhooks', 'webhooks'),
}

/** What a kind of thing is called; a kind that this version does not know goes by its name. */
export const kindWords = (kind: string): KindWords =>
  Object.entries(known).find(([name]) => name === kind)?.[1] ?? words(kind, kind, kind, kind)

/** Kinds of things that belong to accounts: others than administrators are told that one was changed, and no more. */
export const kindsOfAccounts: ReadonlySet<string> = new Set(['user', 'token', 'second-factor', 'forgetting'])
