import { Connection } from '@pejling/domain/connection/connection'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addUser, changeUser, disableUser } from '../../accounts/users.ts'
import { system } from '../../db/actor.ts'
import { write } from '../../db/change-set.ts'
import type { Database } from '../../db/database.ts'
import { fetches, mailSettings, users } from '../../db/schema.ts'
import { nothingCame } from '../../intake/sources/fetch-outcome.ts'
import { remind } from '../../cli/remind-command.ts'
import { readConfig } from '../../config/config.ts'
import { requireApproval } from '../../releases/approval.ts'
import { decidePlanned, planRelease, publishDue, seenNow } from '../../releases/planned.ts'
import { publish } from '../../releases/publish.ts'
import { indicator, smallDelivery, smallInstallation, text } from '../../testing/installation.fixture.ts'
import { attachments, putAttached, putIndicator } from '../../workspace/definitions.ts'
import { putObservations } from '../../workspace/observation-store.ts'
import { hasDueMail, listMails, sendDue } from './outbox.ts'
import { queueDue } from './remind.ts'
import { startMailServer, type TestMailServer } from './smtp.fixture.ts'
import { mailSender, type SendMail } from './transport.ts'

let server: TestMailServer
let send: SendMail
const site = 'https://maal.example.dk'
beforeAll(async () => {
  server = await startMailServer()
  send = mailSender({ url: server.url, from: 'Pejling <pejling@example.dk>' }, site)
})
afterAll(() => server.stop())

let now: string
let db: Database
const day = (date: string, time = '09:00:00.000Z'): void => {
  now = `${date}T${time}`
}

/** An installation in which Ida sends a figure that is expected on 1 July 2027, Bo is her deputy, and Chefen answers for it. */
beforeEach(() => {
  server.received.length = 0
  server.behaviour = 'accept'
  day('2026-12-01')
  db = { ...smallInstallation(), clock: () => now }
  for (const [email, name] of [
    ['ida@example.dk', 'Ida'],
    ['bo@example.dk', 'Bo'],
    ['chef@example.dk', 'Chefen'],
  ] as const) {
    addUser(db, system, { email, name, role: 'contributor' })
  }
  write(db, system, { action: 'test' }, (changeSet) => {
    putIndicator(
      changeSet,
      indicator('taler', { goals: [{ goal: 'tale', headline: true }], nextExpectedOn: '2027-07-01' }),
    )
    putAttached(changeSet, attachments.keepers, 'taler', {
      keeper: 'ida@example.dk',
      deputy: 'bo@example.dk',
      owner: 'chef@example.dk',
    })
  })
})

const account = (email: string): string =>
  db.sql
    .select()
    .from(users)
    .all()
    .find((one) => one.email === email)?.id ?? ''

/** What the timetable does. */
async function pass(): Promise<void> {
  queueDue(db, site)
  await sendDue(db, send)
}

const reminded = () =>
  server.received.filter(({ subject }) => /^(?:Påmindelse|Reminder)/.test(subject)).map(({ to }) => to.join())

describe('reminders', () => {
  it('reach keeper, deputy and owner on their days, in Denmark, each once, however often they are looked for', async () => {
    const sent: [string, string][] = []
    for (let date = Date.parse('2027-05-25'); date < Date.parse('2027-07-20'); date += 86_400_000) {
      for (const time of ['03:00:00.000Z', '12:00:00.000Z', '21:30:00.000Z']) {
        day(new Date(date).toISOString().slice(0, 10), time)
        const before = server.received.length
        await pass()
        for (const { to } of server.received.slice(before)) sent.push([now.slice(0, 16), to.join()])
      }
    }
    expect(sent.toSorted(([a, b], [c, d]) => `${a}${b}`.localeCompare(`${c}${d}`))).toEqual([
      ['2027-06-01T12:00', 'ida@example.dk'],
      ['2027-06-24T12:00', 'bo@example.dk'],
      ['2027-06-24T12:00', 'ida@example.dk'],
      ['2027-07-02T12:00', 'bo@example.dk'],
      ['2027-07-02T12:00', 'ida@example.dk'],
      ['2027-07-15T12:00', 'bo@example.dk'],
      ['2027-07-15T12:00', 'chef@example.dk'],
      ['2027-07-15T12:00', 'ida@example.dk'],
    ])
  })

  it('say what is missing, since when, and where it is written, in the language of whoever reads them', async () => {
    const settings = { account: account('bo@example.dk'), body: JSON.stringify({ language: 'en', off: [] }) }
    db.sql.insert(mailSettings).values(settings).run()
    day('2027-07-02')
    await pass()
    const [ida, bo] = ['ida@example.dk', 'bo@example.dk'].map((email) =>
      server.received.find(({ to }) => to.includes(email)),
    )
    expect(ida?.subject).toBe('Påmindelse: Navn på taler')
    expect(ida?.text).toContain('Hej Ida')
    expect(ida?.text).toContain('Navn på taler, 2025: skulle være kommet den 1. juli 2027. Du sender tallet.')
    expect(ida?.text).toMatch(/https:\/\/maal\.example\.dk\/indberet\/[\w-]{32}\n/)
    expect(bo?.subject).toBe('Reminder: Navn på taler (en)')
    expect(bo?.text).toContain('was expected on 1 July 2027. You are the deputy')
    expect(bo?.text).toMatch(/https:\/\/maal\.example\.dk\/en\/indberet\/[\w-]{32}\n/)
    expect(ida?.raw).toMatch(/^From: Pejling <pejling@example\.dk>/m)
    expect(ida?.raw).toMatch(/^Auto-Submitted: auto-generated/m)
  })

  it('come as one mail where a person sends several figures', async () => {
    write(db, system, { action: 'test' }, (changeSet) => {
      const goals = [{ goal: 'arbejde-til-alle', headline: true }]
      putIndicator(changeSet, indicator('arbejde', { goals, nextExpectedOn: '2027-07-01' }))
      putAttached(changeSet, attachments.keepers, 'arbejde', { keeper: 'ida@example.dk', deputy: null })
    })
    day('2027-06-03')
    await pass()
    expect(server.received.map(({ subject }) => subject)).toEqual(['Påmindelse: 2 tal'])
  })

  it('do not reach whoever has them switched off, or whose account is closed, nor anybody once the figure is there', async () => {
    const off = { account: account('ida@example.dk'), body: JSON.stringify({ language: 'da', off: ['reminder'] }) }
    db.sql.insert(mailSettings).values(off).run()
    disableUser(db, system, { email: 'bo@example.dk' })
    day('2027-07-02')
    await pass()
    expect(reminded()).toEqual([])
    const [, , , arrived] = smallDelivery().observations
    write(db, system, { action: 'test' }, (changeSet) => {
      if (!arrived) return
      const observation = { ...arrived.observation, period: '2027' }
      putObservations(changeSet, 'taler', [{ series: { area: '217', categories: {} }, observation }])
    })
    day('2027-07-15')
    await pass()
    expect(reminded()).toEqual([])
  })
})

describe('the command remind', () => {
  const said: string[] = []
  const command = (environment: Record<string, string>, dryRun: boolean) =>
    remind(db, {
      config: readConfig({ PEJLING_URL: site, ...environment }),
      options: dryRun ? { 'dry-run': true } : {},
      positionals: [],
      print: (line) => void said.push(line),
    })
  beforeEach(() => {
    said.length = 0
    day('2027-06-03', '02:00:00.000Z')
  })

  it('prints what is due in a trial and where there is no mail server, and notes nothing', async () => {
    const settings = { PEJLING_SMTP_URL: server.url, PEJLING_MAIL_FROM: 'pejling@example.dk' }
    for (const environment of [settings, {}]) {
      said.length = 0
      expect(await command(environment, 'PEJLING_SMTP_URL' in environment)).toBe(0)
      expect(said.join('\n')).toContain('To: ida@example.dk\nSubject: Påmindelse: Navn på taler')
      expect(said.at(-1)).toMatch(/^1 mails are due\. None was sent/)
    }
    expect([server.received, listMails(db)]).toEqual([[], []])
  })

  it('sends what is due, once', async () => {
    const environment = { PEJLING_SMTP_URL: server.url, PEJLING_MAIL_FROM: 'pejling@example.dk' }
    for (let times = 0; times < 2; times += 1) await command(environment, false)
    expect(said).toEqual(['Mails handed to the mail server: 1.', 'Mails handed to the mail server: 0.'])
    expect(server.received).toHaveLength(1)
  })
})

describe('a mail server', () => {
  beforeEach(() => {
    day('2027-06-03')
    queueDue(db, site)
  })

  it('that asks to try again later is asked again, after a pause', async () => {
    server.behaviour = 'later'
    await sendDue(db, send)
    expect(listMails(db)).toMatchObject([{ state: 'waiting', attempts: 1, problem: expect.stringContaining('451') }])
    expect(hasDueMail(db)).toBe(false)
    server.behaviour = 'accept'
    day('2027-06-03', '09:02:00.000Z')
    await sendDue(db, send)
    expect(listMails(db)).toMatchObject([{ state: 'sent', attempts: 2 }])
  })

  it('that knows no such address is asked no more, and the log names no address', async () => {
    server.behaviour = 'refuse'
    await sendDue(db, send)
    const [mail] = listMails(db)
    expect(mail).toMatchObject({ state: 'failed', attempts: 1 })
    expect(mail?.problem).toContain('550')
    expect(mail?.problem).not.toContain('@')
  })

  it('that is cut off after it has the mail is not sent the same again', async () => {
    server.behaviour = 'cut'
    await sendDue(db, send)
    expect(listMails(db)).toMatchObject([{ state: 'uncertain', attempts: 1 }])
    server.behaviour = 'accept'
    for (const date of ['2027-06-03', '2027-06-04', '2027-06-10']) {
      day(date, '12:00:00.000Z')
      await pass()
    }
    expect(server.received).toHaveLength(1)
  })

  it('that does not answer at all is asked for a day, then given up', async () => {
    const nowhere = mailSender({ url: 'smtp://127.0.0.1:1', from: 'pejling@example.dk' }, site)
    for (let hours = 0; hours < 48; hours += 1) {
      now = new Date(Date.parse('2027-06-03T09:00:00.000Z') + hours * 3_600_000).toISOString()
      await sendDue(db, nowhere)
    }
    expect(listMails(db)).toMatchObject([{ state: 'failed', attempts: 7 }])
  })

  it('is told what a mail says, and the database forgets it', async () => {
    const texts = () => db.connection.prepare<[], { text: string | null }>('SELECT text FROM mails').all()
    expect(texts()[0]?.text).toContain('Hej Ida')
    await sendDue(db, send)
    expect(texts()).toEqual([{ text: null }])
  })
})

const subjects = () => server.received.map(({ subject, to }) => `${to.join()}: ${subject}`).toSorted()

const outcome = (problem: string | null) =>
  JSON.stringify({ ...nothingCame, problem: problem === null ? null : text(problem) })

describe('people are also told', () => {
  it('that their figures have been published, once, and not of releases long ago', async () => {
    day('2026-12-20')
    await pass()
    expect(subjects()).toEqual([])
    write(db, system, { action: 'test' }, (changeSet) => {
      const [first] = smallDelivery().observations
      if (!first) return
      putObservations(changeSet, 'taler', [
        { series: { area: '217', categories: {} }, observation: { ...first.observation, period: '2023' } },
      ])
    })
    publish(db, system, { title: text('Nye tal'), note: null, indicators: ['taler'] })
    await pass()
    await pass()
    expect(subjects()).toEqual([
      'bo@example.dk: Dine tal er udgivet: Nye tal',
      'ida@example.dk: Dine tal er udgivet: Nye tal',
    ])
    expect(server.received[0]?.text).toContain('- Navn på taler\n\nhttps://maal.example.dk/udgivelser/2')
  })

  it('that a release waits for their approval, and that one could not come out', async () => {
    requireApproval(db, system, true)
    for (const [email, name] of [
      ['u1@example.dk', 'Ulla'],
      ['u2@example.dk', 'Uffe'],
    ] as const) {
      addUser(db, system, { email, name, role: 'publisher' })
    }
    const who = { actor: { name: 'Ulla', role: 'publisher' }, email: 'u1@example.dk' } as const
    const asked = { title: text('Årets tal'), note: null, indicators: 'all' as const, publishAt: null }
    planRelease(db, who, { ...asked, seen: seenNow(db, 'all') })
    await pass()
    await pass()
    expect(subjects()).toEqual(['u2@example.dk: Venter på godkendelse: Årets tal'])
    changeUser(db, system, { email: 'u1@example.dk', role: 'reader' })
    decidePlanned(db, { actor: { name: 'Uffe', role: 'publisher' }, email: 'u2@example.dk' }, 1, 'approve')
    publishDue(db)
    await pass()
    await pass()
    expect(subjects()).toContain('u1@example.dk: Kom ikke ud: Årets tal')
    expect(server.received.at(-1)?.text).toContain('må ikke længere udgive')
    expect(server.received).toHaveLength(3)
  })

  it('that fetching fails, once for as long as it goes on', async () => {
    const variables = [
      { code: 'Område', role: 'area', values: ['*'], per: null },
      { code: 'År', role: 'period', values: ['*'], per: null },
    ]
    const connection = Connection.parse({ source: 'csv', table: 'tal.csv', variables, scale: 1, every: 'week' })
    write(db, system, { action: 'test' }, (changeSet) =>
      putAttached(changeSet, attachments.connection, 'taler', connection),
    )
    const fetched = (problem: string | null): void => {
      db.sql
        .insert(fetches)
        .values({ indicator: 'taler', at: now, by: 'system', outcome: outcome(problem) })
        .run()
    }
    for (const problem of ['Siden findes ikke', 'Siden findes ikke', null, 'Siden svarer ikke']) {
      fetched(problem)
      await pass()
    }
    const failed = subjects().filter((one) => one.startsWith('ida'))
    expect(failed).toEqual([
      'ida@example.dk: Tal kunne ikke hentes: Navn på taler',
      'ida@example.dk: Tal kunne ikke hentes: Navn på taler',
    ])
    expect(server.received.at(-1)?.text).toContain('Siden svarer ikke')
  })
})
