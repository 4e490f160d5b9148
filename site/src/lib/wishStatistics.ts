import { declineReasons, wishCategories, wishStates } from '../../../collections/Wishes/wishes.schema.ts'
import { idOf } from '../cms/reference.ts'
import type { District, Wish } from '../cms/types.ts'
import { monthKey, monthYear } from './dates.ts'
import { protectedTable, shownTotal, type Counted, type Shown } from './statistics.ts'

export interface WishTable {
  name: 'category' | 'state' | 'district' | 'month' | 'reason'
  title: string
  /** Heads the column of the groups. */
  group: string
  /** Null when it cannot be shown without telling of single people. */
  groups: Shown[] | null
}

export interface WishStatistics {
  /** Null when there are too few to tell. */
  total: number | null
  tables: WishTable[]
  /** Some of what was counted is invented for the demonstration. */
  isDemo: boolean
}

type Countable = Pick<Wish, 'category' | 'status' | 'district' | 'receivedAt' | 'declineReason' | 'demo'>

/** Wishes by category, state, district, month and, of those not published, by reason. Pure. */
export function countWishes(
  wishes: readonly Countable[],
  districts: readonly Pick<District, 'id' | 'number'>[],
): WishStatistics {
  const known = new Map(districts.map(({ id }) => [id, id]))
  const total = shownTotal([{ key: 'all', label: '', count: wishes.length }])
  const table = (name: WishTable['name'], title: string, group: string, counted: Counted[]): WishTable => ({
    name,
    title,
    group,
    groups: total === null ? null : protectedTable(counted),
  })
  const states = wishStates.filter(({ value }) => value !== 'received')
  const byState = table(
    'state',
    'По состояниям',
    'Состояние',
    counts(wishes, states, ({ status }) => status),
  )
  const declined = wishes.filter(({ status }) => status === 'declined')
  // Its total is a group of the table before it: what is hidden there must not be the sum of what is shown here.
  const isDeclinedShown = byState.groups?.some(
    ({ key, count }) => key === 'declined' && typeof count === 'number',
  )
  const byReason = table(
    'reason',
    'Почему не опубликовано',
    'Причина',
    counts(declined, declineReasons, ({ declineReason }) => declineReason),
  )
  return {
    total,
    isDemo: wishes.some(({ demo }) => demo),
    tables: [
      byState,
      table(
        'category',
        'По темам',
        'Тема',
        counts(wishes, wishCategories, ({ category }) => category),
      ),
      table(
        'district',
        'По округам',
        'Округ',
        counts(
          wishes,
          districtNames(districts),
          ({ district }) => known.get(idOf(district) ?? '') ?? noDistrict,
        ),
      ),
      table('month', 'По месяцам', 'Месяц', counts(wishes, monthNames(wishes), monthOf)),
      { ...byReason, groups: isDeclinedShown ? byReason.groups : null },
    ],
  }
}

interface Named {
  value: string
  ru: string
}

const noDistrict = 'none'

function counts<Item>(
  items: readonly Item[],
  names: readonly Named[],
  keyOf: (item: Item) => string | null | undefined,
): Counted[] {
  const byKey = Map.groupBy(items, keyOf)
  return names.map(({ value, ru }) => ({ key: value, label: ru, count: byKey.get(value)?.length ?? 0 }))
}

function districtNames(districts: readonly Pick<District, 'id' | 'number'>[]): Named[] {
  return [
    ...districts.map(({ id, number }) => ({ value: id, ru: `Округ № ${number}` })),
    { value: noDistrict, ru: 'Без округа' },
  ]
}

const monthOf = ({ receivedAt }: Countable): string => monthKey(receivedAt)

/** The months there are, oldest first. */
function monthNames(wishes: readonly Countable[]): Named[] {
  return [...new Set(wishes.map(monthOf))].sort().map((month) => ({ value: month, ru: monthYear(month) }))
}
