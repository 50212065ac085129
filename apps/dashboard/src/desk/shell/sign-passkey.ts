import { startAuthentication, type PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'

const isOptions = (value: object): value is PublicKeyCredentialRequestOptionsJSON => 'challenge' in value

/** Has a passkey sign what the server asked for; rejects where the person let none. */
export async function signPasskey(options: object): Promise<{ readonly id: string }> {
  if (!isOptions(options)) throw new Error('The server does not say what a passkey is to sign')
  return startAuthentication({ optionsJSON: options })
}
