/** The visitor's address, for the limits; the portal's own server sets it on every request (cms/server/portal.ts). */
export const addressHeader = 'x-portal-address'
