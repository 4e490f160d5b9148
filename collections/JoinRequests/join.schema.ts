/** The form of the initiative group: the site draws it, the endpoint checks it. */

/** How many active students the founders of the portal wanted (promise 20). */
export const membersWanted = 50

export const joinAges = [
  { value: 'under14', ru: 'Мне ещё нет 14 лет', en: 'Under 14' },
  { value: '14-17', ru: '14–17 лет', en: '14–17' },
  { value: '18-24', ru: '18–24 года', en: '18–24' },
  { value: '25-35', ru: '25–35 лет', en: '25–35' },
  { value: '36+', ru: '36 лет и больше', en: '36 and older' },
] as const

export const joinSkills = [
  { value: 'write', ru: 'Писать тексты', en: 'Writing' },
  { value: 'photo', ru: 'Снимать фото и видео', en: 'Photo and video' },
  { value: 'events', ru: 'Помогать на встречах', en: 'Helping at meetings' },
  { value: 'networks', ru: 'Вести страницы в соцсетях', en: 'Social networks' },
  { value: 'guide', ru: 'Собирать путеводитель по району', en: 'The district guide' },
  { value: 'help', ru: 'Объяснять портал старшим соседям', en: 'Explaining the portal to older neighbours' },
] as const

export const joinLimits = { name: 120, about: 800, parent: 120, phone: 30, email: 254 } as const

/** The parent's consent is a consent of another person, so it has a tick of its own. */
export const parentConsent = 'consentParent'

export const joinPaths = {
  page: '/initsiativnaya-gruppa/',
  send: '/api/join',
  count: '/api/join/count',
} as const
