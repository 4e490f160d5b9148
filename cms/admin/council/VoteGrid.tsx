'use client'

import { useField, useFormFields, useTranslation } from '@payloadcms/ui'
import { useMemo, type KeyboardEvent } from 'react'
import { dayOf } from '../../../collections/moscow.schema.ts'
import { quorumOf, tallyOf, type RollEntry } from '../../../collections/Sessions/roll.schema.ts'
import { votes, type Vote } from '../../../collections/Sessions/sessions.schema.ts'
import { say } from '../words.ts'
import { entryOf, voteOf, withAll, withDefault, withPresence, withVote } from './rollEdits.ts'
import { membersOf, useCouncil, type Member } from './useCouncil.ts'

interface Item {
  id: string
  title: string
}

/**
 * The roll call of a sitting as one table: deputies down, items across. Tab goes along the row; Enter goes down the column,
 * Shift+Enter up; a letter chooses the vote, as in any list.
 */
export const VoteGrid = ({ path }: { path: string }) => {
  const { i18n } = useTranslation()
  const { setValue, value } = useField<RollEntry[] | null>({ path })
  const council = useCouncil()
  const items = useItems()
  const startsAt = useFormFields(([fields]) => fields['startsAt']?.value)
  const seats = useFormFields(([fields]) => fields['seats']?.value)
  const roll = value ?? []
  const words = (ru: string, en: string) => say(i18n.language, { ru, en })

  if (council.state === 'failed')
    return (
      <p className="portal-roll__note">
        {words('Список депутатов не загрузился. Обновите страницу.', 'Deputies could not be loaded.')}
      </p>
    )
  if (council.state === 'loading')
    return <p className="portal-roll__note">{words('Загружаем список депутатов…', 'Loading deputies…')}</p>

  const day = typeof startsAt === 'string' || startsAt instanceof Date ? dayOf(startsAt) : null
  const members = membersOf(council.deputies, day, new Set(roll.map(({ deputy }) => deputy)))
  if (day === null || members.length === 0)
    return (
      <p className="portal-roll__note">
        {words(
          'Сначала укажите начало заседания: по нему видно, кто был депутатом в этот день.',
          'Fill in when the sitting began: it tells who was in office.',
        )}
      </p>
    )
  const present = roll.filter((entry) => entry.present).length
  const quorum = quorumOf(typeof seats === 'number' ? seats : members.length)
  return (
    <div className="portal-roll">
      <h3 className="portal-roll__title">{words('Кто был и как голосовал', 'Roll call')}</h3>
      <div className="portal-roll__actions">
        <button
          type="button"
          onClick={() =>
            setValue(
              withAll(
                roll,
                members.map(({ id }) => id),
              ),
            )
          }
        >
          {words('Отметить всех присутствующими', 'Mark all present')}
        </button>
        <button
          type="button"
          disabled={present === 0 || items.length === 0}
          onClick={() =>
            setValue(
              withDefault(
                roll,
                items.map(({ id }) => id),
              ),
            )
          }
        >
          {words('Остальным — «за» по всем вопросам', '«For» where nothing is chosen')}
        </button>
      </div>
      <p className="portal-roll__note" role="status">
        {words(
          `Присутствуют ${present} из ${members.length}. Кворум — ${quorum}: ${present >= quorum ? 'есть' : 'нет'}.`,
          `${present} of ${members.length} present. Quorum ${quorum}: ${present >= quorum ? 'yes' : 'no'}.`,
        )}{' '}
        {items.length === 0 && words('В повестке пока нет вопросов.', 'The agenda is empty.')}
      </p>
      <div className="portal-roll__frame">
        <table>
          <thead>
            <tr>
              <th scope="col">{words('Депутат', 'Deputy')}</th>
              <th scope="col">{words('Был', 'Present')}</th>
              {items.map(({ id, title }, index) => (
                <th key={id} scope="col" title={title}>
                  <span className="portal-roll__item">
                    {index + 1}. {title}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {members.map((member) => (
              <Row key={member.id} member={member} items={items} roll={roll} change={setValue} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words('За / против / возд.', 'For / against / abst.')}</th>
              <td>{present}</td>
              {items.map(({ id }) => {
                const tally = tallyOf(roll, id)
                return (
                  <td key={id}>
                    {tally.for} / {tally.against} / {tally.abstained}
                  </td>
                )
              })}
            </tr>
          </tfoot>
        </table>
      </div>
    </div>
  )
}

interface RowProps {
  member: Member
  items: readonly Item[]
  roll: readonly RollEntry[]
  change: (roll: RollEntry[]) => void
}

const Row = ({ change, items, member, roll }: RowProps) => {
  const { i18n } = useTranslation()
  const entry = entryOf(roll, member.id)
  const isPresent = entry?.present ?? false
  return (
    <tr className={isPresent ? undefined : 'portal-roll__absent'}>
      <th scope="row">{member.name}</th>
      <td>
        <input
          type="checkbox"
          checked={isPresent}
          aria-label={say(i18n.language, {
            ru: `${member.name}: присутствует`,
            en: `${member.name}: present`,
          })}
          onChange={({ target }) => change(withPresence(roll, member.id, target.checked))}
          onKeyDown={moveInColumn}
        />
      </td>
      {items.map(({ id, title }) => {
        const vote = voteOf(entry, id)
        return (
          <td key={id}>
            <select
              value={vote}
              data-vote={vote}
              disabled={!isPresent}
              aria-label={`${member.name}: ${title}`}
              onChange={({ target }) =>
                // The options below are all there is.
                change(withVote(roll, { deputy: member.id, item: id, vote: target.value as Vote | '' }))
              }
              onKeyDown={moveInColumn}
            >
              <option value="">—</option>
              {votes.map((each) => (
                <option key={each.value} value={each.value}>
                  {say(i18n.language, each)}
                </option>
              ))}
            </select>
          </td>
        )
      })}
    </tr>
  )
}

/** The items as they stand in the form: an item that was added a moment ago has its column. */
const useItems = (): Item[] => {
  // A text is equal to itself: the table is not drawn anew for every letter typed elsewhere in the form.
  const key = useFormFields(([fields]) =>
    JSON.stringify(
      (fields['agenda']?.rows ?? []).map(({ id }, index) => ({
        id,
        title: fields[`agenda.${index}.title`]?.value ?? '',
      })),
    ),
  )
  return useMemo(() => JSON.parse(key) as Item[], [key])
}

/** Enter goes to the next deputy in the same column, and does not send the form. */
const moveInColumn = (event: KeyboardEvent<HTMLElement>): void => {
  if (event.key !== 'Enter') return
  event.preventDefault()
  const cell = event.currentTarget.closest('td')
  const row = cell?.parentElement
  if (!cell || !row) return
  const step = (from: Element) => (event.shiftKey ? from.previousElementSibling : from.nextElementSibling)
  for (let next = step(row); next; next = step(next)) {
    const control = next.children[cell.cellIndex]?.querySelector<HTMLElement>('input, select:not(:disabled)')
    if (!control) continue
    control.focus()
    return
  }
}
