/** Whom the demo asks besides the deputies: invented people in offices that exist. */
export type AddresseeSeed = {
  slug: string
  title: string
  name?: string
  duty?: string
  lead: string
  notFor: string
  order: number
  /** Slug of the deputy who holds the office. */
  deputy?: string
  pausedReason?: string
  /** The demo account of the respondent answers. */
  isDemoAccount?: boolean
}

export const addresseeSeeds: AddresseeSeed[] = [
  {
    slug: 'glava-gorodskogo-okruga',
    title: 'Глава городского округа',
    name: 'Пётр Сергеевич Примеров',
    duty: 'Глава городского округа (прежде — глава муниципального района)',
    lead: 'Планы округа, бюджет, стройки, дороги, работа администрации.',
    notFor: 'жалобы на конкретный дом — в управу; споры с законом — общественному юристу.',
    order: 10,
  },
  {
    slug: 'glava-upravy',
    title: 'Глава управы',
    name: 'Анна Викторовна Показательная',
    duty: 'Глава управы',
    lead: 'Дворы, подъезды, уборка, освещение, площадки, остановки.',
    notFor: 'областные и федеральные дороги: их ведут другие ведомства.',
    order: 20,
  },
  {
    slug: 'obshchestvennyy-yurist',
    title: 'Общественный юрист',
    name: 'Марк Олегович Вымышленный',
    duty: 'Общественный юрист',
    lead: 'Разъяснит закон простыми словами: ЖКХ, капремонт, собрания собственников, льготы.',
    notFor: 'в суде не представляет, бумаги за Вас не составляет.',
    order: 30,
    isDemoAccount: true,
  },
  {
    slug: 'predsedatel-soveta',
    title: 'Председатель Совета депутатов',
    deputy: 'nikolay-chernovikov',
    lead: 'Как работает Совет: заседания, решения, комитеты, голосования.',
    notFor: 'вопросы своего округа — своему депутату.',
    order: 40,
  },
]

/** One deputy of the demo takes no questions for a while, so that this can be seen. */
export const pausedDeputy = {
  slug: 'timur-eskizov',
  reason: 'Депутат на больничном, вопросы принимает его коллега по округу. Вернётся в декабре.',
}
