/** What a field of the open data of the Council holds. */
export interface FieldMeaning {
  type: 'string' | 'integer' | 'date' | 'boolean' | 'list'
  /** Whether it may be missing: null in JSON, an empty cell in CSV. */
  nullable: boolean
  /** One of these, where the values are a list of words. */
  values?: readonly string[]
  meaning: string
}

type Fields = Record<string, FieldMeaning>

const text = (meaning: string): FieldMeaning => ({ type: 'string', nullable: false, meaning })
const count = (meaning: string): FieldMeaning => ({ type: 'integer', nullable: false, meaning })
const date = (meaning: string): FieldMeaning => ({ type: 'date', nullable: false, meaning })
const maybe = (field: FieldMeaning): FieldMeaning => ({ ...field, nullable: true })

const few = 'Пусто, если вопросов меньше пяти.'
/** The words of Popolo for votes. */
const options = ['yes', 'no', 'abstain', 'not voting', 'absent'] as const

const statistics: Fields = {
  person_id: text('Кто: persons.id; у должностных лиц — номер адресата вопросов'),
  name: text('Имя или должность'),
  kind: {
    ...text('Депутат, бывший депутат, должностное лицо'),
    values: ['deputy', 'former', 'official'],
  },
  district: maybe(count('Номер избирательного округа')),
  questions_asked: maybe(count(`Задано публичных вопросов. ${few}`)),
  questions_answered: maybe(count(`Из них с ответом. ${few}`)),
  questions_overdue: maybe(
    count('Дольше срока из тех, чей срок уже настал. Передача и законное продление — не просрочка.'),
  ),
  questions_mature: maybe(count('Вопросы, чей срок уже настал: с ответом или с истёкшим сроком.')),
  median_days: maybe(count('За сколько дней отвечает в половине случаев, от регистрации до ответа.')),
  sittings: maybe(count('Заседания, в поимённом списке которых есть депутат')),
  sittings_attended: maybe(count('Из них был')),
  attendance_percent: maybe(count('Доля, целые проценты. Пусто, если заседаний меньше трёх.')),
  votable_items: maybe(count('Вопросы, по которым голосовали на этих заседаниях')),
  votes_cast: maybe(count('Из них голосовал: за, против, воздержался')),
  receptions: count('Приёмы по расписанию за 12 месяцев, без отменённых'),
}

const result: FieldMeaning = maybe({
  ...text('Чем закончилось'),
  values: ['pass', 'fail', 'postponed', 'removed', 'noted'],
})

const votes: Fields = {
  vote_event_id: text('Голосование: заседание и вопрос повестки'),
  start_date: date('День заседания по московскому времени'),
  motion_text: text('О чём вопрос'),
  result,
  voter_id: text('Кто голосовал: persons.id'),
  voter_name: text('Имя'),
  option: { ...text('Голос, словами Popolo'), values: options },
}

/**
 * The data dictionary: the fields of every file and list, in their order. Names are those of Popolo (popoloproject.com)
 * where it has them: person, membership, motion, vote_event, count, vote.
 */
export const dictionary = {
  'deputaty.csv': statistics,
  'golosa.csv': votes,
  'dannye.json': {
    persons: {
      id: text('Постоянный номер'),
      name: text('Имя, отчество, фамилия'),
      family_name: text('Фамилия'),
      given_name: text('Имя'),
      additional_name: maybe(text('Отчество')),
      url: maybe(text('Страница на портале')),
    },
    memberships: {
      person_id: text('Кто: persons.id'),
      organization_id: text('Где: sovet-deputatov'),
      role: text('Должность в Совете'),
      area: maybe(text('Избирательный округ')),
      legislative_period: maybe(text('Созыв')),
      start_date: maybe(date('Первый день полномочий')),
      end_date: maybe(date('Последний день полномочий')),
    },
    vote_events: {
      id: text('Заседание и вопрос повестки'),
      organization_id: text('Где: sovet-deputatov'),
      identifier: maybe(text('Номер решения')),
      start_date: date('День заседания по московскому времени'),
      motion_text: text('О чём вопрос'),
      result,
      session_url: maybe(text('Страница заседания')),
      counts: { type: 'list', nullable: false, meaning: 'Сколько голосов: см. counts' },
      votes: { type: 'list', nullable: false, meaning: 'Голоса по именам: см. votes' },
    },
    counts: {
      option: { ...text('Голос, словами Popolo'), values: options },
      value: count('Сколько депутатов'),
    },
    votes: {
      voter_id: text('Кто голосовал: persons.id'),
      option: { ...text('Голос, словами Popolo'), values: options },
    },
    statistics,
    periods: {
      period: text('Полугодие: «2026-1» — с января по июнь, «2026-2» — с июля по декабрь'),
      sittings: count('Заседания с поимённым списком'),
      attendance_percent: maybe(count('Явка по всем заседаниям полугодия, целые проценты')),
      votes_cast: count('Голоса за, против и «воздержался»'),
      questions_asked: maybe(count(`Вопросы, зарегистрированные в полугодии. ${few}`)),
      questions_answered: maybe(count(`Из них с ответом. ${few}`)),
      median_days: maybe(count('За сколько дней отвечают в половине случаев')),
      receptions: count('Приёмы по расписанию, без отменённых'),
    },
  },
} as const satisfies Record<string, Fields | Record<string, Fields>>
