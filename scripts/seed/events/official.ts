import { budgetDays, charterChangeDays } from '../hearings/charter.ts'
import { tomilinoDays } from '../hearings/planning.ts'
import { anchors } from '../time/anchors.ts'
import type { DemoClock } from '../time/demoClock.ts'
import type { EventSeed } from './eventSeed.ts'

const hall = {
  name: 'Зал заседаний Совета',
  address: 'Образцовый проезд, 1',
  note: 'Вход по паспорту, за 20 минут до начала',
}
const hallAccess = 'Четыре места для кресел-колясок, лифт, индукционная петля для слуховых аппаратов.'

/** Sittings, committees and meetings on hearings. */
export function official(c: DemoClock): EventSeed[] {
  const { pastSitting, sitting } = anchors(c)
  const tomilino = tomilinoDays(c)
  return [
    {
      slug: 'zasedanie-soveta-proshedshee',
      title: 'Заседание Совета депутатов: правила приёма граждан',
      lead: 'Девять вопросов. Главный — единые правила приёма во всех округах.',
      kind: 'official',
      on: pastSitting,
      from: '10:00',
      to: '13:20',
      place: hall,
      organizer: 'Совет депутатов',
      deputies: ['nikolay-chernovikov', 'zoya-azbukina'],
      cover: 'hall',
      programme: [
        ['10:00', 'Повестка'],
        ['10:10', 'Правила приёма граждан'],
        ['11:30', 'Тарифы парковок'],
        ['12:40', 'Разное'],
      ],
      accessibility: hallAccess,
      updates: [
        ['10:12', 'Присутствуют 29 депутатов из 32, кворум есть.'],
        ['11:25', 'Правила приёма приняты: 27 за, 2 против.'],
        ['12:35', 'Тарифы парковок отложены.'],
      ],
      outcome: {
        summary: 'Из девяти вопросов решили семь, один отложили, один сняли. Протокол опубликован.',
        decisions: [
          ['Проводить приём не реже раза в месяц, о переносе сообщать за три дня', 'Все депутаты'],
          [
            'Посчитать бесплатные места для жителей и вернуться к тарифам',
            'Комитет по благоустройству и транспорту',
            30,
          ],
          ['Публиковать отчёт о каждом приёме', 'Секретарь Совета', 14],
        ],
        minutes: 'sittingMinutes',
        photos: ['hall'],
      },
    },
    {
      slug: 'komitety-o-byudzhete',
      title: 'Совместное заседание комитетов: проект бюджета',
      lead: 'Одиннадцать вопросов депутатов и ответы финансового управления.',
      kind: 'official',
      on: c.workdayBack(-3),
      from: '10:00',
      to: '12:10',
      place: hall,
      organizer: 'Комитет по бюджету и собственности',
      deputies: ['mariya-uslovnaya'],
      accessibility: hallAccess,
      outcome: {
        summary: 'Три вопроса остались без ответа, письменные ответы обещаны к заседанию Совета.',
        decisions: [['Подготовить письменные ответы', 'Финансовое управление', sitting]],
        minutes: 'budgetAnswers',
      },
    },
    {
      slug: 'sobranie-po-ustavu',
      title: 'Собрание по изменениям в устав',
      lead: 'Публичные слушания: порог для предложений жителей.',
      kind: 'official',
      on: charterChangeDays(c).meeting,
      from: '18:30',
      to: '20:00',
      place: hall,
      organizer: 'Совет депутатов',
      outcome: { summary: 'Пришли 58 человек, поступило 12 предложений. Заключение опубликовано.' },
    },
    {
      slug: 'komitet-po-blagoustroystvu',
      title: 'Комитет по благоустройству: велопарковки',
      lead: 'Очередь на первые двенадцать мест и кто за них отвечает.',
      kind: 'official',
      on: c.workdayBack(-27),
      from: '15:00',
      to: '16:30',
      place: hall,
      organizer: 'Комитет по благоустройству и транспорту',
      outcome: {
        summary: 'Список утвердили, начинают с платформ.',
        decisions: [['Поставить первые 12 парковок', 'Дорожная служба', 40]],
      },
    },
    {
      slug: 'zasedanie-soveta-blizhayshee',
      title: 'Заседание Совета депутатов',
      lead: 'Проект бюджета, отчёт о приёмах граждан, вопросы жителей. Для жителей — 12 мест в зале.',
      kind: 'official',
      on: sitting,
      from: '10:00',
      to: '13:00',
      place: hall,
      organizer: 'Совет депутатов',
      deputies: ['nikolay-chernovikov', 'mariya-uslovnaya', 'zoya-azbukina'],
      cover: 'hall',
      programme: [
        ['10:00', 'Повестка'],
        ['10:10', `Проект бюджета на ${c.year() + 1} год, первое чтение`],
        ['11:40', 'Отчёт о приёмах граждан'],
        ['12:20', 'Вопросы жителей', 'До трёх минут, запись у секретаря'],
      ],
      accessibility: hallAccess,
      documents: ['sittingAgenda'],
    },
    {
      slug: 'sobranie-po-proektu-planirovki-tomilino',
      title: 'Слушания: квартал у станции Томилино',
      lead: 'Собрание участников публичных слушаний по проекту планировки. Возьмите паспорт.',
      kind: 'official',
      on: tomilino.meeting,
      from: '18:00',
      to: '20:00',
      place: { name: 'Дом культуры', address: 'Демонстрационная улица, 1, зал 2', note: 'Вход с 17:30' },
      district: 4,
      organizer: 'Администрация округа (образец)',
      text: 'Материалы и порядок — в [оповещении](hearings:proekt-planirovki-u-stancii-tomilino). Кто не может прийти, подаёт замечания письменно или в журнале экспозиции.',
      accessibility: 'Вход без ступеней, перевод на жестовый язык.',
    },
    {
      slug: 'sobranie-po-byudzhetu',
      title: 'Слушания: бюджет на будущий год',
      lead: 'Двадцать минут доклада и час вопросов. Изложение на двух страницах дадут у входа.',
      kind: 'official',
      on: budgetDays(c).meeting,
      from: '18:00',
      to: '20:00',
      place: hall,
      organizer: 'Совет депутатов',
      text: 'Проект и изложение — в [оповещении](hearings:byudzhet-na-sleduyushchiy-god).',
      accessibility: hallAccess,
    },
    {
      slug: 'komitet-po-shkolam',
      title: 'Комитет по школам, культуре и спорту: питание',
      lead: 'Почему в буфете нет горячего после пятого урока. Приглашены родители и поставщик.',
      kind: 'official',
      audience: ['parents'],
      on: c.workday(15),
      from: '16:00',
      to: '17:30',
      place: hall,
      organizer: 'Комитет по школам, культуре и спорту',
      deputies: ['elena-vymyshlennaya', 'mihail-uchebnyy'],
      accessibility: hallAccess,
    },
  ]
}
