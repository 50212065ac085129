import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

describe('the settings', () => {
  it('need not be given', () => {
    expect(readConfig({ PORT: '' })).toMatchObject({ port: 4200, host: '127.0.0.1', siteUrl: 'http://localhost:4200' })
  })

  it('are refused with their name and what they may be', () => {
    expect(() => readConfig({ PORT: 'åben', LOG_LEVEL: 'loud' })).toThrow(ConfigError)
    expect(() => readConfig({ PORT: 'åben', LOG_LEVEL: 'loud' })).toThrow(/PORT=åben.*\n.*LOG_LEVEL=loud.*"warn"/)
    expect(() => readConfig({ PEJLING_URL: 'ftp://example.org' })).toThrow(/PEJLING_URL/)
  })

  it('give the public address without a slash at the end', () => {
    expect(readConfig({ PEJLING_URL: 'https://maal.example.dk/' }).siteUrl).toBe('https://maal.example.dk')
  })
})
