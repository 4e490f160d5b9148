/** Addresses of the section «Вопросы», with the trailing slash. */
export const questionsPath = '/voprosy/'
export const chooseAddresseePath = '/voprosy/zadat/'
export const statisticsPath = '/voprosy/statistika/'
export const questionPath = (number: string): string => `${questionsPath}${number}/`
export const addresseePath = (slug: string): string => `${questionsPath}komu/${slug}/`

/** Endpoints under /api/questions. */
export const askPath = '/api/questions/ask'
export const samePath = (id: string): string => `/api/questions/${id}/same`
/** The private page of whoever asked; the token is the only key to it. */
export const statusPath = (token: string): string => `/api/questions/status/${token}`
