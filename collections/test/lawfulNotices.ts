/**
 * Notices that break no rule, as forms hold them, for the tests: published on 4 December 2026, unless a test says
 * otherwise. Each test spoils one thing.
 */
export const lawful = {
  publicHearing: planning({
    kind: 'publicHearing',
    meeting: { startsAt: '2026-12-24T15:00:00.000Z', place: 'Дом культуры' },
  }),
  publicDiscussion: planning({ kind: 'publicDiscussion' }),
  municipalHearing: {
    kind: 'municipalHearing',
    title: 'Бюджет',
    authority: 'Совет депутатов',
    basis: '33-ФЗ, ст. 47; решение № 1',
    municipalMatter: 'budget',
    contact: { phone: '8 495 000-00-00' },
    meeting: { startsAt: '2026-12-24T15:00:00.000Z', place: 'Зал Совета' },
    comments: { channels: [{ text: 'Письменно', way: 'writing' }] },
    documents: [{ title: 'Проект бюджета', kind: 'project', file: 'f1' }],
  },
  ownersMeeting: {
    kind: 'ownersMeeting',
    title: 'Ремонт крыши',
    form: 'mixed',
    initiator: 'Собственник помещения',
    contact: { phone: '8 495 000-00-00' },
    house: { address: 'Примерная улица, 8' },
    agenda: [{ text: 'Избрать председателя' }],
    materialsPlace: 'У консьержа',
    meeting: { startsAt: '2026-12-19T09:00:00.000Z', place: 'Двор' },
    voting: {
      from: '2026-12-19T10:00:00.000Z',
      until: '2026-12-29T17:00:00.000Z',
      place: 'Ящик у консьержа',
    },
    protocolDueAt: '2027-01-08T09:00:00.000Z',
    informed: [
      { text: 'ГИС ЖКХ', place: 'gis' },
      { text: 'Доски объявлений', place: 'house' },
    ],
  },
  officialNotice: {
    kind: 'officialNotice',
    title: 'Отключение воды',
    authority: 'Администрация',
    contact: { phone: '8 495 000-00-00' },
    documents: [{ title: 'Постановление', kind: 'other', file: 'f1' }],
  },
}

function planning(more: { kind: string; meeting?: object }) {
  return {
    title: 'Проект планировки',
    officialTitle: 'О проекте планировки',
    authority: 'Администрация',
    basis: 'ГрК РФ, ст. 5.1; постановление № 14',
    territory: 'Квартал у станции',
    contact: { phone: '8 495 000-00-00' },
    officialSite: 'https://example.org/',
    system: 'Портал общественных обсуждений',
    noticeAt: '2026-12-04T09:00:00.000Z',
    exposition: {
      place: 'Библиотека',
      from: '2026-12-14T09:00:00.000Z',
      to: '2026-12-25T09:00:00.000Z',
      hours: 'пн–пт 10:00–19:00',
      consultations: 'вторник',
    },
    comments: {
      from: '2026-12-14T09:00:00.000Z',
      until: '2026-12-25T09:00:00.000Z',
      order: 'В свободной форме, с указанием пункта проекта',
      identification: 'ФИО, дата рождения, адрес; организации — название, ОГРН, адрес',
      ownCheck: 'В личном кабинете',
      channels: ['site', 'writing', 'journal', 'meeting'].map((way) => ({ text: way, way })),
    },
    protocolDueAt: '2026-12-28T09:00:00.000Z',
    conclusionDueAt: '2026-12-30T09:00:00.000Z',
    informed: ['organiser', 'crowded', 'territory'].map((place) => ({ text: place, place })),
    documents: [{ title: 'Проект', kind: 'project', file: 'f1' }],
    ...more,
  }
}

/** The same notice as if it were published on another day: every date moves along; files get a real id. */
export const lawfulOn = (notice: object, { today, file }: { today: string; file: string }) => {
  const shift = Math.round((Date.parse(today) - Date.parse('2026-12-04')) / 86_400_000)
  const text = JSON.stringify(notice)
    .replaceAll(/"(\d{4}-\d{2}-\d{2}T[\d:.]+Z)"/g, (_, moment: string) =>
      JSON.stringify(new Date(Date.parse(moment) + shift * 86_400_000).toISOString()),
    )
    .replaceAll('"file":"f1"', `"file":${JSON.stringify(file)}`)
  const data: unknown = JSON.parse(text)
  return data as Record<string, unknown> // it was an object before it became text
}
