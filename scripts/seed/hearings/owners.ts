import type { DemoClock } from '../time/demoClock.ts'
import type { HearingSeed } from './hearingSeed.ts'
import { movedDays, ownersDays } from './schedule.ts'

/** Meetings of owners in the three forms of ЖК ст. 44.1: with voting papers after it, by papers only, in person. */
export function owners(c: DemoClock): HearingSeed[] {
  const year = c.year()
  const roof = ownersDays(c, -2, 10)
  const porches = ownersDays(c, -26, 14)
  const account = ownersDays(c, -64, 0)
  const gate = movedDays(c, -6)
  return [
    {
      slug: 'remont-kryshi-primernaya-8',
      kind: 'ownersMeeting',
      form: 'mixed',
      materialsPlace: 'У консьержа, первый подъезд, и на этой странице',
      title: 'Ремонт крыши: Примерная улица, дом 8',
      officialTitle:
        'Извещение о проведении внеочередного общего собрания собственников помещений в форме очно-заочного голосования',
      number: `${year}-ОСС-31`,
      authority: 'Собственник помещения в доме 8 по Примерной улице',
      contact: 'Управляющая организация (образец)',
      basis: 'ЖК РФ, ст. 44.1–47, 189',
      territory: 'Примерная улица, дом 8',
      lead: `Собрание — ${c.weekdayOn(roof.meeting)}, в 12:00. Решают, ремонтировать ли крышу в будущем году и кто примет работы.`,
      text: `
Предложение по капитальному ремонту получено, смета приложена. Материалы можно читать на бумаге у консьержа и ниже на этой странице.

## Если не можете прийти

Заполните бланк решения и передайте его до ${c.on(roof.until)}, 20:00. Представителю нужна доверенность. Голоса считает счётная комиссия, портал их не собирает.`,
      houses: ['primernaya-ulica-8'],
      house: 'Примерная улица, дом 8',
      initiator: 'Собственник помещения',
      agenda: [
        'Избрать председателя, секретаря собрания и счётную комиссию',
        'Провести капитальный ремонт крыши, утвердить срок и смету',
        'Выбрать, кто от имени собственников примет работы',
        'Определить место хранения протокола и решений',
      ],
      notice: roof.notice,
      meeting: { on: roof.meeting, at: '12:00', registration: '11:30', place: 'Двор, у второго подъезда' },
      voting: {
        from: roof.meeting,
        until: roof.until,
        place: 'Ящик счётной комиссии у консьержа, первый подъезд',
      },
      protocol: roof.protocol,
      documents: [
        { kind: 'notice', file: 'roofNotice' },
        { kind: 'materials', file: 'roofEstimate' },
      ],
      informed: [
        { place: 'gis', text: 'Государственная информационная система ЖКХ', on: roof.notice },
        { place: 'house', text: 'Доски объявлений во всех подъездах', on: roof.notice },
      ],
    },
    {
      slug: 'remont-podezdov-uchebnaya-5',
      kind: 'ownersMeeting',
      form: 'absentee',
      materialsPlace: 'В диспетчерской и на этой странице',
      title: 'Ремонт подъездов: Учебная улица, дом 5',
      officialTitle:
        'Извещение о проведении общего собрания собственников помещений в форме заочного голосования',
      number: `${year}-ОСС-28`,
      authority: 'Управляющая организация (образец)',
      contact: 'Управляющая организация (образец)',
      basis: 'ЖК РФ, ст. 44.1–47',
      territory: 'Учебная улица, дом 5',
      lead: `Решения принимают до ${c.on(porches.until)}, 20:00. Вопрос один: менять ли двери и свет в четырёх подъездах.`,
      text: `
Собрание заочное: встречи нет, решения передают на бумаге. Бланки лежат в почтовых ящиках, запасные — у диспетчера.

Смета разбита по подъездам. Если решение не наберёт нужной доли голосов, ремонт перенесут, и деньги останутся на счёте дома.`,
      houses: ['uchebnaya-ulica-5'],
      house: 'Учебная улица, дом 5',
      initiator: 'Управляющая организация',
      agenda: [
        'Избрать счётную комиссию',
        'Заменить входные двери и светильники в подъездах 1–4, утвердить смету',
        'Определить место хранения протокола и решений',
      ],
      notice: porches.notice,
      voting: {
        from: porches.meeting,
        until: porches.until,
        place: 'Диспетчерская, Учебная улица, 5, вход со двора',
      },
      protocol: porches.protocol,
      documents: [
        { kind: 'notice', file: 'porchesNotice' },
        { kind: 'materials', file: 'porchesEstimate' },
      ],
      informed: [
        { place: 'gis', text: 'Государственная информационная система ЖКХ', on: porches.notice },
        { place: 'house', text: 'Бланки и извещение в почтовых ящиках', on: porches.notice },
      ],
    },
    {
      slug: 'specschet-probnyy-pereulok-3',
      kind: 'ownersMeeting',
      form: 'inPerson',
      materialsPlace: 'В помещении совета дома',
      title: 'Специальный счёт дома: Пробный переулок, дом 3',
      officialTitle:
        'Извещение о проведении общего собрания собственников помещений в форме очного голосования',
      number: `${year}-ОСС-22`,
      authority: 'Совет дома 3 в Пробном переулке',
      contact: 'Управляющая организация (образец)',
      basis: 'ЖК РФ, ст. 44.1–47, 175',
      territory: 'Пробный переулок, дом 3',
      lead: 'Дом решил копить на ремонт на своём счёте. За — 71 % голосов от всех, протокол приложен.',
      text: `
Собрание прошло очно. Пришли собственники с 78 % голосов, этого достаточно.

За специальный счёт — 71 % от всех голосов дома, против — 4 %, воздержались 3 %. Владельцем счёта выбрали управляющую организацию. Протокол опубликован без имён и номеров квартир.`,
      houses: ['probnyy-pereulok-3'],
      house: 'Пробный переулок, дом 3',
      initiator: 'Совет дома',
      agenda: [
        'Избрать председателя и секретаря собрания, счётную комиссию',
        'Изменить способ накопления на капитальный ремонт, выбрать специальный счёт',
        'Выбрать владельца специального счёта',
      ],
      notice: account.notice,
      meeting: {
        on: account.meeting,
        at: '13:00',
        registration: '12:30',
        place: 'Школа, Учебная улица, 4, столовая',
      },
      protocol: account.protocol,
      documents: [
        { kind: 'notice', file: 'accountNotice' },
        { kind: 'protocol', file: 'accountProtocol' },
      ],
      informed: [
        { place: 'gis', text: 'Государственная информационная система ЖКХ', on: account.notice },
        { place: 'signature', text: 'Письма под подпись', on: account.notice },
      ],
    },
    {
      slug: 'shlagbaum-pokazatelnaya-7',
      kind: 'ownersMeeting',
      form: 'inPerson',
      materialsPlace: 'У председателя совета дома по вторникам, с 18:00 до 20:00',
      title: 'Шлагбаум во дворе: Показательная улица, дом 7',
      officialTitle:
        'Извещение о проведении внеочередного общего собрания собственников помещений в форме очного голосования',
      number: `${year}-ОСС-30`,
      authority: 'Совет дома 7 по Показательной улице',
      contact: 'Совет дома (образец)',
      basis: 'ЖК РФ, ст. 44–46',
      territory: 'Показательная улица, дом 7',
      lead: `Собрание перенесли на неделю, теперь оно ${c.weekdayOn(gate.meeting)}, в 12:00.`,
      text: `
Решают, ставить ли шлагбаум у въезда и кто будет его открывать скорой и пожарным.

Повестка не изменилась. Доверенности, выданные на прежний день, действуют.`,
      houses: ['pokazatelnaya-ulica-7'],
      house: 'Показательная улица, дом 7',
      initiator: 'Совет дома',
      agenda: ['Избрать председателя и секретаря собрания', 'Установить шлагбаум, утвердить порядок въезда'],
      moved: 'Зал школы занят: в этот день в ней избирательный участок.',
      edited: gate.edited,
      formerly: {
        meeting: {
          on: gate.former,
          at: '12:00',
          registration: '11:30',
          place: 'Школа, Учебная улица, 4, столовая',
        },
        protocol: gate.former + 10,
      },
      notice: gate.notice,
      meeting: {
        on: gate.meeting,
        at: '12:00',
        registration: '11:30',
        place: 'Школа, Учебная улица, 4, столовая',
      },
      protocol: gate.protocol,
      documents: [{ kind: 'notice', file: 'gateNotice' }],
      informed: [
        { place: 'gis', text: 'Государственная информационная система ЖКХ', on: gate.notice },
        { place: 'house', text: 'Доски объявлений во всех подъездах', on: gate.notice },
      ],
    },
  ]
}
