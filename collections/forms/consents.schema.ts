/** Consents that forms ask for: one purpose each, each with its own page (152-ФЗ ст. 9, ст. 10.1). */
export const consents = {
  processing: { name: 'consentProcessing', page: '/soglasie-na-obrabotku/' },
  publication: { name: 'consentPublication', page: '/soglasie-na-publikatsiyu-imeni/' },
  letters: { name: 'consentLetters', page: '/soglasie-na-rassylku/' },
} as const
