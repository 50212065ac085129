import ipaddr from 'ipaddr.js'

/*
 * Where a request comes from, as far as it is kept. A household or an office has one IPv4 address, or one IPv6 network of 64 bits, in
 * which each device has as many addresses as it likes.
 */

/** The address with all but its first bits set to 0, and how many those are: `192.0.2.0/24`; what is no address stays as it is. */
function cut(address: string, bits: { readonly ipv4: number; readonly ipv6: number }): string {
  if (!ipaddr.isValid(address)) return address
  // An IPv4 address may arrive written as IPv6 (::ffff:192.0.2.1).
  const parsed = ipaddr.process(address)
  const kept = bits[parsed.kind()]
  const bytes = parsed.toByteArray().map((byte, index) => byte & (0xff00 >> Math.min(8, Math.max(0, kept - index * 8))))
  return `${ipaddr.fromByteArray(bytes).toString()}/${kept}`
}

/** What guesses from one place are counted by: the IPv4 address, or the IPv6 network of 64 bits. */
export const networkOf = (address: string): string => cut(address, { ipv4: 32, ipv6: 64 })

/** What the record of sign-ins keeps of an address: an IPv4 network of 24 bits, an IPv6 network of 48. */
export const truncatedAddress = (address: string): string => cut(address, { ipv4: 24, ipv6: 48 })
