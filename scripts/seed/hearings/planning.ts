import type { DemoClock } from '../time/demoClock.ts'
import {
  atTheMeeting,
  authority,
  byWritingAndJournal,
  contact,
  hours,
  identification,
  onTheSite,
  order,
  ownCheck,
  stands,
} from './common.ts'
import type { HearingSeed } from './hearingSeed.ts'
import { planningDays, plotDays } from './schedule.ts'

/** The meeting on the quarter near Tomilino station, which the calendar announces too. */
export const tomilinoDays = (c: DemoClock) => planningDays(c, -15)

export function planning(c: DemoClock): HearingSeed[] {
  const year = c.year()
  const tomilino = tomilinoDays(c)
  const master = planningDays(c, -1)
  const height = plotDays(c, -52)
  const workshop = plotDays(c, -19)
  const rules = planningDays(c, -58)
  const zone = planningDays(c, -17)
  const square = planningDays(c, -10)
  return [
    {
      slug: 'proekt-planirovki-u-stancii-tomilino',
      kind: 'publicHearing',
      matter: 'layout',
      title: 'Проект планировки квартала у станции Томилино',
      officialTitle: `О проведении публичных слушаний по проекту планировки территории и проекту межевания территории квартала, ограниченного Примерной улицей, Образцовым проездом и полосой отвода железной дороги`,
      number: `${year}-14`,
      authority,
      contact,
      basis: 'ГрК РФ, ст. 5.1, 45, 46; постановление № 0014Д (вымышленное)',
      territory: 'Квартал у станции Томилино, 11 гектаров (границы вымышлены)',
      lead: `Предлагают построить школу на 550 мест и два дома до девяти этажей. Замечания принимают до ${c.on(tomilino.until)} включительно.`,
      text: `
## Что изменится для жителей

Школа встанет на месте склада, проезд к платформе станет шире на один тротуар. Сквер у библиотеки сохраняется: его границы показаны в чертеже зелёной линией.

## Порядок

1. Оповещение и стенды.
2. Экспозиция: материалы на бумаге и на экране, консультации.
3. Собрание участников: докладывает разработчик, потом вопросы.
4. Протокол и заключение. По каждому замечанию — мотивированный ответ.`,
      district: 4,
      edited: c.addWorkdays(tomilino.notice, 2),
      formerly: {
        meeting: {
          on: tomilino.meeting,
          at: '18:00',
          registration: '17:30',
          place: 'Дом культуры, Демонстрационная улица, 1, зал 1',
        },
      },
      notice: tomilino.notice,
      exposition: {
        place: 'Библиотека, Примерная улица, 5, первый этаж, вход без ступеней',
        from: tomilino.opening,
        to: tomilino.until,
        hours,
        consultations: 'Вторник и четверг с 16:00 до 19:00, отвечает разработчик проекта',
      },
      comments: {
        from: tomilino.opening,
        until: tomilino.until,
        channels: [onTheSite, ...byWritingAndJournal, atTheMeeting],
        identification,
        order,
      },
      meeting: {
        on: tomilino.meeting,
        at: '18:00',
        registration: '17:30',
        place: 'Дом культуры, Демонстрационная улица, 1, зал 2',
      },
      protocol: tomilino.protocol,
      conclusion: tomilino.conclusion,
      documents: [
        { kind: 'notice', file: 'tomilinoNotice' },
        { kind: 'project', file: 'tomilinoProject' },
        { kind: 'materials', file: 'tomilinoDrawing' },
      ],
      informed: stands(tomilino.notice, 'у платформы и у библиотеки'),
    },
    {
      slug: 'genplan-zapadnaya-chast-oktyabrskogo',
      kind: 'publicHearing',
      matter: 'generalPlan',
      title: 'Генеральный план: где в Октябрьском разрешат дома, а где оставят парк',
      officialTitle:
        'О проведении публичных слушаний по проекту изменений в генеральный план применительно к западной части Октябрьского',
      number: `${year}-16`,
      authority,
      contact,
      basis: 'ГрК РФ, ст. 5.1, 24, 28; постановление № 0016Д (вымышленное)',
      territory: 'Западная часть Октябрьского (границы вымышлены)',
      lead: `Двадцать гектаров у пруда предлагают записать парком, участок бывшей котельной — под поликлинику. Экспозиция откроется ${c.on(master.opening)}.`,
      text: `
Генеральный план не разрешает стройку сам по себе: он говорит, каким может быть место через двадцать лет. Поэтому спорить о нём стоит сейчас.

## На что обратить внимание

- граница парка у пруда: в проекте она проходит по берегу;
- дорога в обход квартала: показаны два варианта;
- участок поликлиники и подъезд к нему.`,
      district: 5,
      notice: master.notice,
      exposition: {
        place: 'Холл Дома культуры, Учебная улица, 20',
        from: master.opening,
        to: master.until,
        hours,
        consultations: 'Среда с 17:00 до 20:00, суббота с 12:00 до 14:00',
      },
      comments: {
        from: master.opening,
        until: master.until,
        channels: [onTheSite, ...byWritingAndJournal, atTheMeeting],
        identification,
        order,
      },
      meeting: {
        on: master.meeting,
        at: '18:30',
        registration: '18:00',
        place: 'Дом культуры, Учебная улица, 20, большой зал',
      },
      protocol: master.protocol,
      conclusion: master.conclusion,
      documents: [
        { kind: 'notice', file: 'masterNotice' },
        { kind: 'project', file: 'masterProject' },
      ],
      informed: stands(master.notice, 'у пруда и на рыночной площади'),
    },
    {
      slug: 'otklonenie-po-vysote-primernaya-14',
      kind: 'publicHearing',
      matter: 'deviation',
      title: 'Примерная улица, 14: дом на полтора метра выше нормы',
      officialTitle:
        'О предоставлении разрешения на отклонение от предельных параметров разрешённого строительства на земельном участке по адресу: Примерная улица, 14',
      number: `${year}-09`,
      authority,
      contact,
      basis: 'ГрК РФ, ст. 5.1, 40; постановление № 0009Д (вымышленное)',
      territory: 'Участок Примерная улица, 14 и соседние участки',
      lead: 'Комиссия рекомендовала отказать: соседи показали расчёт тени, который застройщик не смог опровергнуть.',
      text: `
В собрании участвовали 42 человека. Поступило 17 предложений: 15 против отклонения, два с условиями.

## Чем закончилось

Комиссия рекомендовала отказать. Мотив: тень от дома закрыла бы окна соседнего дома в зимние месяцы больше чем на допустимое время. Ответы на каждое предложение — в заключении.`,
      district: 2,
      application: { at: c.addWorkdays(height.notice, -9), holdersToldAt: c.addWorkdays(height.notice, -4) },
      outcome: {
        participants: 42,
        residents: 14,
        others: 3,
        protocolNumber: '9-П',
        recommendation:
          'Отказать: тень закрыла бы окна соседнего дома дольше допустимого. Условия участников учесть нельзя, они меняют границы участка.',
      },
      notice: height.notice,
      exposition: {
        place: 'Администрация, демонстрационный кабинет 12',
        from: height.opening,
        to: height.until,
        hours,
        consultations: 'Четверг с 16:00 до 18:00',
      },
      comments: {
        from: height.opening,
        until: height.until,
        channels: [onTheSite, ...byWritingAndJournal, atTheMeeting],
        identification,
        order,
      },
      meeting: {
        on: height.meeting,
        at: '18:00',
        registration: '17:30',
        place: 'Школа, Учебная улица, 4, актовый зал',
      },
      protocol: height.protocol,
      conclusion: height.conclusion,
      documents: [
        { kind: 'notice', file: 'heightNotice' },
        { kind: 'project', file: 'heightProject' },
        { kind: 'protocol', file: 'heightProtocol' },
        { kind: 'conclusion', file: 'heightConclusion' },
      ],
      informed: stands(height.notice, 'у домов 12 и 16 по Примерной улице'),
    },
    {
      slug: 'masterskaya-na-demonstracionnoy-3',
      kind: 'publicHearing',
      matter: 'conditionalUse',
      title: 'Мастерская в доме 3 по Демонстрационной улице: разрешить ли',
      officialTitle:
        'О предоставлении разрешения на условно разрешённый вид использования «бытовое обслуживание» для помещения по адресу: Демонстрационная улица, 3',
      number: `${year}-12`,
      authority,
      contact,
      basis: 'ГрК РФ, ст. 5.1, 39; постановление № 0012Д (вымышленное)',
      territory: 'Дом 3 по Демонстрационной улице и соседние дома',
      lead: 'Хозяин хочет чинить велосипеды и коляски на первом этаже. Соседи просят ограничить шум и часы работы.',
      text: `
Мастерская займёт бывшую прачечную с отдельным входом. Проект ограничивает часы работы: с 10:00 до 19:00, без воскресенья.

Предложения собраны. Их разберут в протоколе, мотивированный ответ на каждое войдёт в заключение.`,
      district: 3,
      application: {
        at: c.addWorkdays(workshop.notice, -9),
        holdersToldAt: c.addWorkdays(workshop.notice, -4),
      },
      outcome: {
        participants: 19,
        residents: 7,
        others: 2,
        protocolNumber: '12-П',
        recommendation: 'Разрешить с условием: часы работы и уровень шума — как в проекте.',
      },
      notice: workshop.notice,
      exposition: {
        place: 'Библиотека, Показательная улица, 8, холл',
        from: workshop.opening,
        to: workshop.until,
        hours,
        consultations: 'Понедельник с 17:00 до 19:00',
      },
      comments: {
        from: workshop.opening,
        until: workshop.until,
        channels: [onTheSite, ...byWritingAndJournal, atTheMeeting],
        identification,
        order,
      },
      meeting: {
        on: workshop.meeting,
        at: '19:00',
        registration: '18:30',
        place: 'Библиотека, Показательная улица, 8, читальный зал',
      },
      protocol: workshop.protocol,
      conclusion: workshop.conclusion,
      documents: [
        { kind: 'notice', file: 'workshopNotice' },
        { kind: 'materials', file: 'workshopMaterials' },
        { kind: 'protocol', file: 'workshopProtocol' },
        { kind: 'conclusion', file: 'workshopConclusion' },
      ],
      informed: stands(workshop.notice, 'у домов 1, 3 и 5 по Демонстрационной улице'),
    },
    {
      slug: 'pravila-blagoustroystva-izmeneniya',
      kind: 'publicDiscussion',
      matter: 'landscaping',
      title: 'Правила благоустройства: вывески, самокаты и уборка снега',
      officialTitle:
        'О проведении общественных обсуждений по проекту изменений в Правила благоустройства территории',
      number: `${year}-11`,
      authority,
      contact,
      basis: 'ГрК РФ, ст. 5.1; постановление № 0011Д (вымышленное)',
      territory: 'Весь округ',
      lead: 'Из 63 предложений учли 28. Снег будут убирать сначала у школ и поликлиник, потом на парковках.',
      text: `
Собрания у общественных обсуждений нет: предложения подают на сайте, письменно и в журнале экспозиции. Участвовали 214 человек и организаций.

## Что учли

- порядок уборки снега: школы, поликлиники, остановки — в первые часы;
- самокаты: только на отмеченных местах;
- вывески: единая высота, без мигания.

## Что не учли и почему

Запрет музыки у магазинов отклонён: это решает областной закон о тишине. Ответ на каждое предложение — в заключении.`,
      outcome: {
        participants: 214,
        residents: 51,
        others: 12,
        protocolNumber: '11-П',
        recommendation: 'Утвердить с поправками: учтены 28 предложений, по остальным 35 дано объяснение.',
      },
      notice: rules.notice,
      exposition: {
        place: 'Администрация, холл первого этажа',
        from: rules.opening,
        to: rules.until,
        hours,
        consultations: 'Вторник с 15:00 до 18:00',
      },
      comments: {
        from: rules.opening,
        until: rules.until,
        channels: [onTheSite, ...byWritingAndJournal],
        identification,
        order,
        ownCheck,
      },
      protocol: rules.protocol,
      conclusion: rules.conclusion,
      documents: [
        { kind: 'notice', file: 'rulesNotice' },
        { kind: 'project', file: 'rulesProject' },
        { kind: 'protocol', file: 'rulesProtocol' },
        { kind: 'conclusion', file: 'rulesConclusion' },
      ],
      informed: stands(rules.notice, 'у домов культуры и рынков'),
    },
    {
      slug: 'pravila-zastroyki-obrazcovyy-proezd',
      kind: 'publicDiscussion',
      matter: 'landUseZone',
      title: 'Правила застройки: какая зона будет у Образцового проезда',
      officialTitle:
        'О проведении общественных обсуждений по проекту изменений в Правила землепользования и застройки в части территориальной зоны у Образцового проезда',
      number: `${year}-13`,
      authority,
      contact,
      basis: 'ГрК РФ, ст. 5.1, 31, 33; постановление № 0013Д (вымышленное)',
      territory: 'Образцовый проезд, чётная сторона (границы вымышлены)',
      lead: `Вместо склада предлагают разрешить магазины и мастерские до трёх этажей. Предложения — до ${c.on(zone.until)}.`,
      text: `
Зона задаёт, что можно строить, на какую высоту и сколько деревьев оставить. Жильё в новой зоне не предусмотрено.

На сайте каждый участник может проверить, как записано его предложение. Число участников видно там же.`,
      district: 6,
      notice: zone.notice,
      exposition: {
        place: 'Школа, Образцовый проезд, 2, вестибюль (вход со двора)',
        from: zone.opening,
        to: zone.until,
        hours,
        consultations: 'Среда с 16:00 до 18:00, специалист по землепользованию',
      },
      comments: {
        from: zone.opening,
        until: zone.until,
        channels: [onTheSite, ...byWritingAndJournal],
        identification,
        order,
        ownCheck,
      },
      protocol: zone.protocol,
      conclusion: zone.conclusion,
      documents: [
        { kind: 'notice', file: 'zoneNotice' },
        { kind: 'project', file: 'zoneProject' },
      ],
      informed: stands(zone.notice, 'у школы и на остановке'),
    },
    {
      slug: 'mezhevanie-u-skvera-na-pokazatelnoy',
      kind: 'publicDiscussion',
      matter: 'layout',
      title: 'Межевание у сквера на Показательной улице',
      officialTitle:
        'О проведении общественных обсуждений по проекту межевания территории у сквера на Показательной улице',
      number: `${year}-15`,
      authority,
      contact,
      basis: 'ГрК РФ, ст. 5.1, 43, 46; постановление № 0015Д (вымышленное)',
      territory: 'Сквер на Показательной улице и дома 7–13',
      lead: 'Обсуждения отменены до открытия экспозиции: в проекте нашли ошибку в границах.',
      text: `
Заметили ошибку жители дома 9: на чертеже граница шла по детской площадке. Проект вернули разработчику.

Новое оповещение выйдет с новым номером и новыми сроками. Подавать предложения сейчас не нужно: по отменённому проекту их не рассматривают.`,
      district: 7,
      cancelled:
        'Ошибка в координатах границы, проект вернули разработчику. Новое оповещение выйдет под другим номером.',
      notice: square.notice,
      exposition: {
        place: 'Библиотека, Показательная улица, 8, холл',
        from: square.opening,
        to: square.until,
        hours,
        consultations: 'Не проводятся',
      },
      comments: {
        from: square.opening,
        until: square.until,
        channels: [onTheSite, ...byWritingAndJournal],
        identification,
        order,
        ownCheck,
      },
      protocol: square.protocol,
      conclusion: square.conclusion,
      documents: [
        { kind: 'notice', file: 'squareNotice' },
        { kind: 'project', file: 'squareProject' },
      ],
      informed: stands(square.notice, 'у сквера'),
    },
  ]
}
