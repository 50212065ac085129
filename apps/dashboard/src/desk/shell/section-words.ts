/** What the sections of the desk are called, in the navigation, the command palette and as titles of their first pages. */
export const sectionWords = {
  da: {
    home: 'Overblik',
    allFigures: 'Tal',
    goals: 'Mål og indikatorer',
    actionPlans: 'Handleplaner',
    allIdeas: 'Idéer',
    meetings: 'Møder',
    imports: 'Indlæs filer',
    connections: 'Kilder',
    publish: 'Udgiv',
    history: 'Historik',
    lists: 'Områder og lister',
    people: 'Personer',
    assignments: 'Fordeling',
    reminders: 'Påmindelser',
    tokens: 'API-nøgler',
    website: 'Hjemmesiden',
  },
  en: {
    home: 'Overview',
    allFigures: 'Figures',
    goals: 'Goals and indicators',
    actionPlans: 'Action plans',
    allIdeas: 'Ideas',
    meetings: 'Meetings',
    imports: 'Import files',
    connections: 'Sources',
    publish: 'Publish',
    history: 'History',
    lists: 'Areas and lists',
    people: 'People',
    assignments: 'Assignments',
    reminders: 'Reminders',
    tokens: 'API keys',
    website: 'The site',
  },
}

/** A section of the desk. */
export type Section = keyof (typeof sectionWords)['da']
