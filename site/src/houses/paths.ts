/** Addresses of the lists of houses. */
export const housesPath = '/dom/'
export const streetPath = (street: string, page = 1): string =>
  `${housesPath}ulica/${street}/${page > 1 ? `stranica/${page}/` : ''}`
