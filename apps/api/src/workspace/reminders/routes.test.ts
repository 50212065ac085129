import type { FastifyInstance } from 'fastify'
import { beforeEach, describe, expect, it } from 'vitest'
import { addUser } from '../../accounts/users.ts'
import { system } from '../../db/actor.ts'
import { write } from '../../db/change-set.ts'
import type { Database } from '../../db/database.ts'
import { users } from '../../db/schema.ts'
import { verify } from '../../verification/verify.ts'
import { appOver, appWithMail } from '../../testing/app.fixture.ts'
import { indicator, smallInstallation } from '../../testing/installation.fixture.ts'
import { workspaceCaller, type CallWorkspace } from '../../testing/workspace-api.fixture.ts'
import { attachments, putAttached, putIndicator } from '../definitions.ts'

let db: Database
let app: FastifyInstance
let editor: CallWorkspace

beforeEach(async () => {
  db = { ...smallInstallation(), clock: () => '2027-06-25T09:00:00.000Z' }
  addUser(db, system, { email: 'ida@example.dk', name: 'Ida', role: 'contributor' })
  write(db, system, { action: 'test' }, (changeSet) => {
    putIndicator(
      changeSet,
      indicator('taler', { goals: [{ goal: 'tale', headline: true }], nextExpectedOn: '2027-07-01' }),
    )
    putAttached(changeSet, attachments.keepers, 'taler', { keeper: 'ida@example.dk', deputy: null })
  })
  app = await appOver(db)
  editor = await workspaceCaller(app, db, 'editor')
})

const ida = (): string =>
  db.sql
    .select()
    .from(users)
    .all()
    .find(({ name }) => name === 'Ida')?.id ?? ''

describe('reminders', () => {
  it('say who is reminded of what and when', async () => {
    const { body } = await editor('GET', '/reminders?indicator=taler')
    expect(body).toMatchObject({
      total: 4,
      items: [
        { step: 'month-before', on: '2027-06-01' },
        {
          step: 'week-before',
          on: '2027-06-24',
          recipients: [{ name: 'Ida', as: 'keeper', isOff: false, sentAt: null }],
        },
        { step: 'day-after', on: '2027-07-02' },
        { step: 'fortnight-after', on: '2027-07-15' },
      ],
    })
  })

  it('are shown before they are sent, in either language', async () => {
    const shown = async (lang: string) => JSON.stringify((await editor('GET', `/reminders/preview?lang=${lang}`)).body)
    expect(await shown('da')).toContain('ventes den 1. juli 2027. Du sender tallet.')
    expect(await shown('en')).toContain('is expected on 1 July 2027. You send the figure.')
    expect((await editor('GET', '/reminders/preview?lang=de')).status).toBe(400)
  })

  it('are texts to copy where there is no mail server, and nothing is noted', async () => {
    const sent = await editor('POST', '/reminders/send', { body: {} })
    expect(sent.body).toMatchObject({
      queued: false,
      mails: [{ to: 'ida@example.dk', subject: 'Påmindelse: Navn på taler' }],
    })
    expect((await editor('POST', '/reminders/send', { body: {} })).body).toMatchObject({ mails: [{}] })
    const administrator = await workspaceCaller(app, db, 'administrator')
    expect((await administrator('GET', '/reminders/log')).body).toMatchObject({ total: 0 })
  })

  it('are put on their way once, and again where one indicator is named; the log says so', async () => {
    app = await appWithMail(db)
    const [sender, administrator] = [
      await workspaceCaller(app, db, 'editor'),
      await workspaceCaller(app, db, 'administrator'),
    ]
    expect((await sender('POST', '/reminders/send?dryRun=true', { body: {} })).body).toMatchObject({ dryRun: true })
    expect((await sender('POST', '/reminders/send', { body: {} })).body).toMatchObject({ queued: true, mails: [{}] })
    expect((await sender('POST', '/reminders/send', { body: {} })).body).toMatchObject({ queued: true, mails: [] })
    const named = { indicator: 'taler', account: ida() }
    expect((await sender('POST', '/reminders/send', { body: named })).body).toMatchObject({ mails: [{}] })
    const log = await administrator('GET', '/reminders/log')
    expect(log.body).toMatchObject({ total: 2, items: [{ kind: 'reminder', name: 'Ida', state: 'waiting' }, {}] })
    expect(JSON.stringify(log.body)).not.toContain('Hej Ida')
    expect((await sender('POST', '/reminders/send', { body: { indicator: 'arbejde' } })).status).toBe(422)
  })

  it('are switched off by their reader or an administrator, and by nobody else', async () => {
    const administrator = await workspaceCaller(app, db, 'administrator')
    const path = `/reminders/settings/${ida()}`
    const body = { language: 'en', off: ['reminder'] }
    expect((await editor('GET', path)).status).toBe(403)
    expect((await editor('PUT', path, { body, match: '*' })).status).toBe(403)
    expect((await administrator('GET', path)).body).toEqual({ language: 'da', off: [] })
    expect((await administrator('PUT', path, { body })).body).toEqual(body)
    expect((await editor('GET', '/reminders/preview')).body).toEqual({ mails: [] })
    expect((await editor('GET', '/reminders?indicator=taler')).body).toMatchObject({
      items: [{ recipients: [{ isOff: true }] }, {}, {}, {}],
    })
    expect((await administrator('PUT', path, { body: { language: 'en', off: ['invitation'] } })).status).toBe(400)
    const own = { language: 'da', off: ['published'] }
    expect((await editor('PUT', '/reminders/settings/me', { body: own })).body).toEqual(own)
    expect((await editor('GET', '/reminders/settings/me')).body).toEqual(own)
    expect(verify(db)).toEqual([])
  })
})
