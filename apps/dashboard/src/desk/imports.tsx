import type { DeskView } from '@pejling/domain/desk/views'
import type { JSX } from 'react'
import { useDesk, writtenMoment } from './desk-page.ts'
import { FormProblem } from './forms.tsx'
import { importWords } from './import-messages.ts'

type View = Extract<DeskView, { readonly page: 'imports' }>

/** The files that have been sent, and the form for sending another. */
export function Imports({ view }: { readonly view: View }): JSX.Element {
  const { locale, href } = useDesk()
  const words = importWords[locale]
  const { imports, indicators, chosen, problem, largest } = view
  return (
    <>
      <p className="lead">{words.lead}</p>
      {problem !== null && <FormProblem>{words.problems[problem](largest)}</FormProblem>}
      <form className="desk-form" method="post" encType="multipart/form-data" action={href('imports')}>
        <p className="desk-field">
          <label htmlFor="indicator">{words.indicator}</label>
          <select id="indicator" name="indicator" defaultValue={chosen} required>
            <option value="">{words.choose}</option>
            {indicators.map(({ key, name }) => (
              <option key={key} value={key}>
                {name[locale]}
              </option>
            ))}
          </select>
        </p>
        <p className="desk-field">
          <label htmlFor="file">{words.file}</label>
          <input
            id="file"
            name="file"
            type="file"
            accept=".csv,.tsv,.txt,.xlsx,.ods"
            aria-describedby="file-note"
            required
          />
          <span id="file-note" className="note">
            {words.fileNote(largest)}
          </span>
        </p>
        <button type="submit">{words.send}</button>
      </form>
      <section aria-labelledby="sent">
        <h2 id="sent">{words.sent}</h2>
        {imports.length === 0 && <p>{words.nothingSent}</p>}
        <ul className="desk-list">
          {imports.map(({ number, name, indicator, receivedAt, state }) => (
            <li key={number}>
              <a href={href('import', { number })}>{name}</a>
              <span>{words.states[state]}</span>
              <span className="note">{`${indicator[locale]}, ${writtenMoment(receivedAt, locale)}`}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
