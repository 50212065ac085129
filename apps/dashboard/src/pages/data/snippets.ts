/** A few lines that fetch figures, in a language people compute in. */
export interface Snippet {
  readonly language: string
  readonly lines: readonly string[]
}

/** The figures of a table in R, Python and the shell; none of them needs more than it comes with. docs/api.md has the same. */
export function snippetsFor(table: string): readonly Snippet[] {
  return [
    {
      language: 'R',
      lines: [
        `figures <- read.csv("${table}")`,
        'own <- subset(figures, area == figures$area[1])',
        'print(own[c("period", "value")])',
      ],
    },
    {
      language: 'Python',
      lines: [
        'import csv, urllib.request',
        `table = urllib.request.urlopen("${table}").read().decode()`,
        'figures = list(csv.DictReader(table.splitlines()))',
        'print([(row["period"], row["value"]) for row in figures if row["area"] == figures[0]["area"]])',
      ],
    },
    {
      language: 'curl',
      lines: [
        `curl "${table}"`,
        `curl "${table}${table.includes('?') ? '&' : '?'}from=2015"`,
        `curl --output figures.xlsx "${table.replace('.csv', '.xlsx')}"`,
      ],
    },
  ]
}
