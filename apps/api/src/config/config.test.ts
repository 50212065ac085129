import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

describe('the settings', () => {
  it('need not be given', () => {
    expect(readConfig({ PORT: '' })).toMatchObject({
      port: 4200,
      host: '127.0.0.1',
      site: { url: 'http://localhost:4200' },
    })
  })

  it('are refused with their name and what they may be', () => {
    expect(() => readConfig({ PORT: 'åben', LOG_LEVEL: 'loud' })).toThrow(ConfigError)
    expect(() => readConfig({ PORT: 'åben', LOG_LEVEL: 'loud' })).toThrow(/PORT=åben.*\n.*LOG_LEVEL=loud.*"warn"/)
    expect(() => readConfig({ PEJLING_URL: 'ftp://example.org' })).toThrow(/PEJLING_URL/)
  })

  it('say how long things are kept, and refuse what is no number of days', () => {
    expect(readConfig({}).retention).toMatchObject({ accounts: 365, uploads: 30 })
    expect(readConfig({ PEJLING_RETENTION_ACCOUNTS: '90' }).retention.accounts).toBe(90)
    for (const wrong of ['0', '-1', '1.5', 'et år', '99999']) {
      const given = { PEJLING_RETENTION_ACCOUNTS: wrong }
      expect(() => readConfig(given)).toThrow(/PEJLING_RETENTION_ACCOUNTS=.*: Write a whole number of days/)
    }
  })

  it('say how long people stay signed in, those who may publish for less long', () => {
    expect(readConfig({}).sessions).toEqual({
      usual: { idle: 600, longest: 10_080 },
      privileged: { idle: 60, longest: 1440 },
    })
    expect(readConfig({ PEJLING_SESSION_IDLE_PRIVILEGED: '30' }).sessions.privileged.idle).toBe(30)
    expect(() => readConfig({ PEJLING_SESSION_IDLE: 'altid' })).toThrow(/PEJLING_SESSION_IDLE=altid.*number of minutes/)
  })

  it('give the public address without a slash at the end', () => {
    expect(readConfig({ PEJLING_URL: 'https://maal.example.dk/' }).site.url).toBe('https://maal.example.dk')
  })

  it('say whom a reader can turn to, and refuse what leads to nobody', () => {
    const given = { PEJLING_CONTACT_EMAIL: 'maal@example.dk', PEJLING_CONTACT_PHONE: '+45 49 28 28 28' }
    expect(readConfig(given).site.contact).toEqual({ email: 'maal@example.dk', phone: '+45 49 28 28 28' })
    expect(readConfig({}).site).toMatchObject({ contact: { email: null, phone: null }, registeredStatement: null })
    expect(() => readConfig({ PEJLING_CONTACT_EMAIL: 'kommunen' })).toThrow(/PEJLING_CONTACT_EMAIL=kommunen/)
    expect(() => readConfig({ PEJLING_CONTACT_PHONE: 'ring' })).toThrow(/Write a telephone number/)
    expect(() => readConfig({ PEJLING_WAS_URL: 'http://was.digst.dk/x' })).toThrow(/PEJLING_WAS_URL/)
  })

  it.each([
    ['9464', { host: '127.0.0.1', port: 9464 }],
    ['10.0.0.5:9464', { host: '10.0.0.5', port: 9464 }],
    ['[::1]:9464', { host: '::1', port: 9464 }],
    ['/run/pejling/metrics.sock', { path: '/run/pejling/metrics.sock' }],
  ])('say where metrics are read: %s', (given, listen) => {
    expect(readConfig({ PEJLING_METRICS: given }).metrics).toEqual({ listen, token: null })
  })

  it('answer metrics to nobody unless they say to whom, and take no token that can be guessed', () => {
    expect(readConfig({}).metrics).toEqual({ listen: null, token: null })
    expect(() => readConfig({ PEJLING_METRICS: 'ja' })).toThrow(/PEJLING_METRICS=ja: Write a port/)
    expect(() => readConfig({ PEJLING_METRICS_TOKEN: 'hemmelig' })).toThrow(/at least 16 letters/)
  })

  it('say where weaknesses are reported, as an address', () => {
    expect(readConfig({}).securityContact).toBeNull()
    const contact = 'mailto:sikkerhed@example.dk'
    expect(readConfig({ PEJLING_SECURITY_CONTACT: contact }).securityContact).toBe(contact)
    expect(() => readConfig({ PEJLING_SECURITY_CONTACT: 'sikkerhed@example.dk' })).toThrow(/mailto:/)
  })
})

describe('the mail server', () => {
  const [url, from] = ['smtp://pejling:hemmelig@mail.example.dk:587', 'Pejling <pejling@example.dk>']

  it('is set together with a sender, or not at all', () => {
    expect(readConfig({}).mail).toBeNull()
    expect(readConfig({ PEJLING_SMTP_URL: url, PEJLING_MAIL_FROM: from }).mail).toEqual({ url, from })
    expect(() => readConfig({ PEJLING_SMTP_URL: url })).toThrow('needs PEJLING_MAIL_FROM')
    expect(() => readConfig({ PEJLING_MAIL_FROM: from })).toThrow('needs PEJLING_SMTP_URL')
  })

  it.each([
    [
      { PEJLING_SMTP_URL: 'https://hemmelig@mail.example.dk', PEJLING_MAIL_FROM: from },
      'PEJLING_SMTP_URL=…: Write smtp://',
    ],
    [{ PEJLING_SMTP_URL: url, PEJLING_MAIL_FROM: 'Pejling' }, 'PEJLING_MAIL_FROM=Pejling: Write the address'],
    [{ PEJLING_SMTP_URL: url, PEJLING_MAIL_FROM: 'a@example.dk\r\nBcc: b@example.dk' }, 'PEJLING_MAIL_FROM'],
  ])('is refused where it is wrong, and no password is shown', (settings, said) => {
    expect(() => readConfig(settings)).toThrow(said)
    expect(() => readConfig(settings)).not.toThrow('hemmelig')
  })
})
