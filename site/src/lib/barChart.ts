import { BarChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { memo } from './memo.ts'
import { countWords, type Shown } from './statistics.ts'

use([BarChart, GridComponent, SVGRenderer])

const width = 400
const rowHeight = 52

/**
 * Horizontal bars with their words above and their numbers beside, as SVG that is the same for the same groups to the
 * byte. It takes its colours from the page, so it is right in the dark too; the table under it says the same to those who
 * do not see it.
 */
export const barChart = (groups: readonly Shown[], suffix = ''): string =>
  drawn(JSON.stringify({ groups, suffix }))

// Drawing takes some milliseconds, and most publishes leave the figures as they were.
const drawn = memo(100, (json: string): string => {
  // What barChart wrote.
  const { groups, suffix } = JSON.parse(json) as { groups: Shown[]; suffix: string }
  const height = groups.length * rowHeight
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  chart.setOption({
    animation: false,
    grid: { left: 0, right: 90, top: 0, bottom: 0, containLabel: false },
    xAxis: {
      type: 'value',
      show: false,
      min: 0,
      max: Math.max(1, ...groups.map(({ count }) => numberOf(count))),
    },
    yAxis: { type: 'category', show: false, inverse: true, data: groups.map(({ key }) => key) },
    series: [
      {
        type: 'bar',
        silent: true,
        clip: false,
        barWidth: 14,
        itemStyle: { color: colour.bar },
        label: {
          show: true,
          position: 'right',
          fontSize: 16,
          fontWeight: 600,
          color: colour.text,
          formatter: ({ dataIndex }: { dataIndex: number }) =>
            `${countWords(groups[dataIndex]?.count ?? 0).replace('.', ',')}${suffix}`,
        },
        data: groups.map(({ count }) => numberOf(count)),
      },
    ],
  })
  const svg = chart.renderToSVGString({ useViewBox: true })
  chart.dispose()
  return plain(svg, height).replace('</svg>', `${labels(groups)}</svg>`)
})

const numberOf = (count: Shown['count']): number => (typeof count === 'number' ? count : 0)

// Stand-ins that ECharts can parse; `plain` puts the roles of the page in their place.
const colour = { bar: '#010203', text: '#040506' }

/**
 * The page's content policy allows no style attributes, and the page has its own type: what remains is geometry and roles.
 */
function plain(svg: string, height: number): string {
  return svg
    .replace(/<svg [^>]*>/, `<svg viewBox="0 0 ${width} ${height}" aria-hidden="true" focusable="false">`)
    .replace(/<style[^]*?<\/style>/g, '')
    .replace(/<rect [^>]*fill="none"[^>]*>(<\/rect>)?/g, '')
    .replace(/ (?:style|class|id|clip-path|xml:space|ecmeta_[a-z_]+)="[^"]*"/g, '')
    .replaceAll(/fill="(?:#010203|rgb\(1,2,3\))"/g, 'class="bar"')
    .replaceAll(/fill="(?:#040506|rgb\(4,5,6\))"/g, 'class="value"')
}

function labels(groups: readonly Shown[]): string {
  return groups
    .map(
      ({ label }, index) =>
        `<text class="label" x="0" y="${index * rowHeight + 14}">${escaped(label)}</text>`,
    )
    .join('')
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
