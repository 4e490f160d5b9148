/** What a question may hold: for the form's attributes and for the server alike. */
export const askLimits = {
  subject: 200,
  text: 2000,
  shortestText: 30,
  name: 100,
  email: 200,
  house: 200,
  /** More addresses than this in a text are advertising. */
  links: 2,
} as const

/** How whoever does not want to be named is called. */
export const unnamed = 'Житель'
