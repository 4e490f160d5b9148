import { receptionWeeks } from '../../../collections/deputyDuties.schema.ts'
import { receptionChanges, receptionsPath } from '../../../collections/Receptions/receptions.schema.ts'
import { decapitalise } from '../lib/words.ts'
import { procedureOf } from './procedure.ts'

export const reception = procedureOf({
  slug: 'priyom',
  title: 'Как попасть на приём',
  lead: 'Депутаты и начальники принимают жителей по расписанию. Отмены и переносы видны сразу, в том числе в календаре телефона.',
  start: { label: 'Кто, где и когда принимает', href: receptionsPath },
  lines: [
    {
      title: 'Путь на приём',
      stops: [
        { title: 'Найдите, к кому идти', text: 'По дому, по округу или по имени.' },
        { title: 'Посмотрите день и место', text: 'И как записаться, если запись нужна.' },
        { title: 'Добавьте в календарь', text: 'Перенос или отмена появятся в нём сами.' },
        { title: 'Придите с вопросом', text: 'Возьмите документы, если они есть.' },
      ],
    },
  ],
  states: receptionChanges.map(({ ru, value }) => ({
    name: ru,
    next:
      value === 'extra'
        ? 'появляется в расписании и календаре'
        : 'видно в расписании и календаре, старый день зачёркнут',
  })),
  terms: [
    { what: 'По каким неделям принимают', term: receptionWeeks.map(({ ru }) => decapitalise(ru)).join(', ') },
  ],
})
