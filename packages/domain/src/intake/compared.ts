/** A text as it is compared: small letters, single spaces, any dash for a dash. */
export function compared(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/[–—‑]/g, '-').replace(/\s+/g, ' ').trim()
}

/** A word for everything together. */
export const isTotalWord = (text: string): boolean =>
  /^(?:i alt|ialt|total|totalt|totals?|alle|all|sum|hovedtotal|grand total|samlet|tilsammen|begge køn|alle aldre|both sexes|all ages)$/.test(
    compared(text),
  )
