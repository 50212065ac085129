/** The ways a sentence names people by their age: `18–29-årige`, `16-24 år`, `65 år og over`, `under 18 år`, `over 65`. */
const ages =
  /(?<![\d.,])(?:(\d{1,2}) ?[-–] ?(\d{1,3})[- ]?(?:år|years?|year-olds?)|(\d{1,3})(?: år(?:ige)?| years?|\+)(?: og| eller| and| or|$)|(?:under|over|mindst|aged) (\d{1,3})(?![\d.,%])|(\d{1,3})-(?:årige|year-olds?))/giu

/** The ages a sentence names, each as its numbers: `18-29`, `65`. */
export const agesIn = (text: string): string[] =>
  [...text.matchAll(ages)].map(([, ...numbers]) => numbers.filter((number) => number !== undefined).join('-'))
