/** Whom browsers leave to deliver; the portal sends to no other address, whatever a form says. */
const services = [
  /^fcm\.googleapis\.com$/,
  /^([\w-]+\.)*push\.services\.mozilla\.com$/,
  /^([\w-]+\.)*push\.apple\.com$/,
  /^([\w-]+\.)*notify\.windows\.com$/,
]

/** Whether the address (RFC 8030, a «push resource») is one of a browser maker's service. */
export const isPushService = (endpoint: string): boolean => {
  const url = URL.parse(endpoint)
  return url?.protocol === 'https:' && url.port === '' && services.some((host) => host.test(url.hostname))
}
