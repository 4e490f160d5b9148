import type { DeclineReason, QuestionState } from '../../../collections/Questions/states.schema.ts'
import type { QuestionTopic } from '../../../collections/Questions/topics.schema.ts'

/** A demo question; days are before the day of seeding. */
export type QuestionSeed = {
  key: string
  to: string
  topic: QuestionTopic
  subject: string
  text: string
  /** Shown only when given: otherwise «Житель». */
  author?: string
  house?: string
  state: QuestionState
  asked: number
  registered?: number
  forwarded?: { day: number; to: string; reason: string }
  extended?: { day: number; days: number; reason: string }
  answers?: { day: number; text: string }[]
  reason?: DeclineReason
  same?: number
}

const lawyer = 'obshchestvennyy-yurist'
const office = 'glava-upravy'
const mayor = 'glava-gorodskogo-okruga'
const chair = 'predsedatel-soveta'
const vera = 'vera-obrazcova'

export const questionSeeds: QuestionSeed[] = [
  {
    key: 'novaya',
    to: office,
    topic: 'yards',
    subject: 'Поставят ли скамейку у второго подъезда',
    text: 'У второго подъезда на Примерной улице нет скамейки, пожилым соседям негде присесть. Можно ли её поставить?',
    state: 'received',
    asked: 0,
  },
  {
    key: 'na-proverke',
    to: mayor,
    topic: 'transport',
    subject: 'Будет ли ночной автобус от станции',
    text: 'Последний автобус от станции уходит в 23:10, а электрички ходят до часу ночи. Будет ли ночной рейс?',
    state: 'moderation',
    asked: 1,
  },
  {
    key: 'fonari',
    to: office,
    topic: 'yards',
    subject: 'Когда починят фонари у дома 8 на Показательной улице',
    text: 'С 10 ноября у дома 8 на Показательной улице не горят три фонаря из пяти. Дети идут из школы в темноте. Когда починят?',
    author: 'Ирина Придуманная',
    house: 'Показательная улица, 8',
    state: 'published',
    asked: 6,
    registered: 5,
    same: 14,
  },
  {
    key: 'ploshchadka',
    to: vera,
    topic: 'schools',
    subject: 'Откроют ли школьный стадион для жителей вечером',
    text: 'Стадион школы на Учебной улице закрыт после пяти. Раньше там бегали все. Можно ли открыть его хотя бы до девяти?',
    state: 'published',
    asked: 19,
    registered: 18,
    same: 6,
  },
  {
    key: 'pandus',
    to: mayor,
    topic: 'other',
    subject: 'Кто должен сделать пандус у аптеки',
    text: 'У аптеки на Образцовом проезде три ступени и нет пандуса. Куда обращаться с коляской и кто за это отвечает?',
    state: 'forwarded',
    asked: 11,
    registered: 10,
    forwarded: { day: 6, to: office, reason: 'Входные группы магазинов на первых этажах проверяет управа.' },
  },
  {
    key: 'ostanovka',
    to: office,
    topic: 'transport',
    subject: 'Почему перенесли остановку «Примерная улица»',
    text: 'Остановку перенесли на двести метров, теперь к ней идти через дорогу без светофора. Вернут ли её?',
    state: 'extended',
    asked: 27,
    registered: 26,
    extended: {
      day: 3,
      days: 20,
      reason: 'Ждём заключения ГИБДД о переходе: его обещали к середине месяца.',
    },
    same: 9,
  },
  {
    key: 'svalka',
    to: mayor,
    topic: 'ecology',
    subject: 'Когда уберут мусор за гаражами в Панках',
    text: 'За гаражами у железной дороги второй месяц лежит строительный мусор. Кто его уберёт и когда?',
    state: 'published',
    asked: 36,
    registered: 35,
    same: 21,
  },
  {
    key: 'kapremont-vznos',
    to: lawyer,
    topic: 'housing',
    subject: 'Можно ли не платить за капремонт в новом доме',
    text: 'Дом сдали два года назад, а взносы на капитальный ремонт уже приходят. Законно ли это?',
    author: 'Олег Образцов',
    state: 'answered',
    asked: 40,
    registered: 39,
    answers: [
      {
        day: 31,
        text: 'Обязанность платить появляется не сразу. Дом включают в региональную программу, и взносы начинаются через срок, который установил регион, но не позже пяти лет с включения (Жилищный кодекс, статья 170, часть 5.1).\n\nПосмотрите, когда Ваш дом включили в программу: это есть на сайте регионального оператора. Если квитанция пришла раньше срока, напишите оператору заявление о перерасчёте.',
      },
    ],
    same: 17,
  },
  {
    key: 'sobranie-zaochno',
    to: lawyer,
    topic: 'law',
    subject: 'Сколько соседей должно проголосовать, чтобы собрание состоялось',
    text: 'Управляющая компания говорит, что собрание не состоялось: не хватило голосов. Сколько нужно?',
    state: 'helped',
    asked: 55,
    registered: 54,
    answers: [
      {
        day: 50,
        text: 'Собрание правомочно, если в нём участвовали собственники, у которых больше половины всех голосов дома (Жилищный кодекс, статья 45, часть 3).',
      },
      {
        day: 49,
        text: 'Собрание правомочно, если в нём участвовали собственники, у которых больше половины всех голосов дома (Жилищный кодекс, статья 45, часть 3).\n\nГолоса считают по площади, а не по числу людей: один квадратный метр — доля голоса.',
      },
    ],
    same: 8,
  },
  {
    key: 'protokol',
    to: chair,
    topic: 'council',
    subject: 'Где посмотреть, как голосовал мой депутат',
    text: 'Хочу узнать, кто как голосовал по бюджету. Где это опубликовано?',
    state: 'notHelped',
    asked: 48,
    registered: 47,
    answers: [
      {
        day: 22,
        text: 'Протоколы заседаний публикуем в разделе «Календарь», на странице прошедшего заседания, в итогах.',
      },
    ],
  },
  {
    key: 'lesopark',
    to: vera,
    topic: 'yards',
    subject: 'Почему закрыли вход в лесопарк с Учебной улицы',
    text: 'Калитка со стороны Учебной улицы закрыта с сентября. Обход — километр. Когда откроют?',
    state: 'answered',
    asked: 30,
    registered: 29,
    answers: [
      {
        day: 20,
        text: 'Калитку закрыли на время ремонта дорожки. Подрядчик обещал закончить на этой неделе, приёмку проведу с жителями. Если не откроют, напишите мне ещё раз.',
      },
    ],
    same: 4,
  },
  {
    key: 'reklama',
    to: office,
    topic: 'other',
    subject: 'Лучшие окна со скидкой',
    text: 'Ставим окна со скидкой, звоните прямо сейчас, количество мест ограничено!',
    state: 'declined',
    asked: 9,
    reason: 'notQuestion',
  },
  {
    key: 'sosed',
    to: lawyer,
    topic: 'law',
    subject: 'Сосед шумит, вот его телефон',
    text: 'Сосед по имени таким-то шумит ночью, вот его телефон и место работы, накажите его.',
    state: 'declined',
    asked: 14,
    reason: 'personalData',
  },
]
