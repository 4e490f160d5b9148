/** Kinds of notices; each has its own law and its own stages (ГрК ст. 5.1; 33-ФЗ ст. 47, 131-ФЗ ст. 28; ЖК ст. 44.1–47.1). */
export const hearingKinds = [
  { value: 'publicHearing', ru: 'Публичные слушания', en: 'Public hearing' },
  { value: 'publicDiscussion', ru: 'Общественные обсуждения', en: 'Public discussion' },
  {
    value: 'municipalHearing',
    ru: 'Слушания по уставу, бюджету и стратегии',
    en: 'Hearing on charter, budget, strategy',
  },
  { value: 'ownersMeeting', ru: 'Собрание собственников дома', en: 'Meeting of home owners' },
  { value: 'officialNotice', ru: 'Официальное сообщение', en: 'Official notice' },
] as const

export const hearingStatuses = [
  { value: 'scheduled', ru: 'Проводится', en: 'Scheduled' },
  { value: 'moved', ru: 'Перенесено', en: 'Moved' },
  { value: 'cancelled', ru: 'Отменено', en: 'Cancelled' },
] as const

export const hearingDocumentKinds = [
  { value: 'notice', ru: 'Оповещение', en: 'Notice' },
  { value: 'project', ru: 'Проект', en: 'Draft' },
  { value: 'materials', ru: 'Материалы', en: 'Materials' },
  { value: 'protocol', ru: 'Протокол', en: 'Protocol' },
  { value: 'conclusion', ru: 'Заключение', en: 'Conclusion' },
  { value: 'other', ru: 'Другой документ', en: 'Other' },
] as const

/**
 * Stages in their lawful order with a short label. A public discussion has no meeting (ГрК ст. 5.1 ч. 4), an owners'
 * meeting has a term of acceptance of decisions instead of exposition and proposals.
 */
export const hearingStages = {
  publicHearing: ['notice', 'exposition', 'comments', 'meeting', 'protocol', 'conclusion'],
  publicDiscussion: ['notice', 'exposition', 'comments', 'protocol', 'conclusion'],
  municipalHearing: ['notice', 'comments', 'meeting', 'protocol', 'conclusion'],
  ownersMeeting: ['notice', 'meeting', 'voting', 'protocol'],
  officialNotice: ['notice'],
} as const satisfies Record<HearingKind, readonly HearingStage[]>

export const hearingStageLabels: Record<HearingStage, string> = {
  notice: 'Оповещение',
  exposition: 'Экспозиция',
  comments: 'Приём предложений',
  meeting: 'Собрание',
  voting: 'Приём решений собственников',
  protocol: 'Протокол',
  conclusion: 'Заключение',
}

export type HearingStatus = (typeof hearingStatuses)[number]['value']
export type HearingKind = (typeof hearingKinds)[number]['value']
export type HearingStage =
  'notice' | 'exposition' | 'comments' | 'meeting' | 'voting' | 'protocol' | 'conclusion'
