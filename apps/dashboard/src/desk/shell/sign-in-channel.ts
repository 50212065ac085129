/*
 * How the window in which a person has signed in again tells the one they work in: by a word kept on the device, which every other
 * window of the site hears of.
 */

const name = 'pejling:signed-in'

/** Tells the other windows that the person is signed in. */
export const tellSignedIn = (): void => localStorage.setItem(name, String(Date.now()))

/** Listens for another window in which the person has signed in; answers how to stop. */
export function onSignedIn(listener: () => void): () => void {
  const onStorage = ({ key }: StorageEvent): void => {
    if (key === name) listener()
  }
  addEventListener('storage', onStorage)
  return () => removeEventListener('storage', onStorage)
}
