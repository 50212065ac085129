import type { ChangePreview } from '@pejling/domain/workspace/answers'
import type { JSX } from 'react'
import { locale, wordsOf } from '../client/locale.ts'
import { ChangedAssessment } from './changed-assessment.tsx'
import { ChangedFields } from './changed-fields.tsx'
import { ChangedFigures } from './changed-figures.tsx'
import './changes.css'
import { textKindWords } from './text-kind-words.ts'

const words = wordsOf({
  da: { nothing: 'Læserne vil ikke se nogen forskel.' },
  en: { nothing: 'Readers will see no difference.' },
})

/** What a change would change for readers: figures, assessments and texts, from what to what. */
export function PreviewForReaders({ preview }: { readonly preview: ChangePreview }): JSX.Element {
  const { changes, assessments, texts } = preview
  const indicators = changes?.indicators ?? []
  const judged = new Map(assessments.map((one) => [one.indicator, one]))
  const alone = assessments.filter(({ indicator }) => indicators.every((one) => one.indicator !== indicator))
  if (indicators.length + texts.length + alone.length === 0) return <p>{words.nothing}</p>
  return (
    <div className="change-preview">
      {indicators.map((one) => {
        const assessment = judged.get(one.indicator)
        return (
          <section key={one.indicator} aria-label={one.name[locale]}>
            <h3>{one.name[locale]}</h3>
            <ChangedFigures name={one.name[locale]} figures={one.observations} measure={one} />
            {assessment !== undefined && <ChangedAssessment {...assessment} />}
          </section>
        )
      })}
      {alone.map((one) => (
        <section key={one.indicator} aria-label={one.name[locale]}>
          <h3>{one.name[locale]}</h3>
          <ChangedAssessment {...one} />
        </section>
      ))}
      {texts.map((one) => (
        <section key={`${one.kind} ${one.key}`} aria-label={one.name[locale]}>
          <h3>
            {textKindWords[one.kind]}: {one.name[locale]}
          </h3>
          <ChangedFields fields={one.fields} />
        </section>
      ))}
    </div>
  )
}
