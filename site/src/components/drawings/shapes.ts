/** The parts of our drawings: straight rails and a few curves, as SVG text. Ground is at y = 150. */

const GROUND = 150

export const house = (x: number, width: number, rows: number) => {
  const step = 12
  const y = GROUND - rows * step - 8
  const windows = Array.from(
    { length: rows },
    (_, row) =>
      `<path d="M${x + 6} ${y + 9 + row * step}h${width - 12}" stroke-width="5" stroke-dasharray="4 6" opacity=".55"/>`,
  ).join('')
  return `<path class="ground" d="M${x} 150V${y}h${width}V150"/><path d="M${x - 2} ${y}h${width + 4}"/>${windows}`
}

/** A Scots pine: a long bare trunk, a flat crown of three pads, one dry twig. */
export const pine = (x: number, height: number, radius = 13, lean = 1) => {
  const top = GROUND - height
  const pad = (dx: number, y: number, width: number) =>
    `M${round(x + dx * lean - width)} ${round(y)}q${round(width * 0.15)} ${round(-width * 0.62)} ${round(width)} ${round(-width * 0.62)}t${round(width)} ${round(width * 0.62)}q${round(-width)} ${round(width * 0.22)} ${round(-2 * width)} 0z`
  return (
    `<path d="M${x} 150q${2 * lean} ${round(-height * 0.5)} 0 ${14 - height}M${x + lean} ${round(GROUND - height * 0.42)}l${7 * lean} -5"/>` +
    `<path class="tint" d="${pad(3, top + radius * 1.9, radius * 0.8)}${pad(-4, top + radius * 1.35, radius * 0.95)}${pad(1, top + radius * 0.65, radius * 0.7)}"/>`
  )
}

export const birch = (x: number, height: number) =>
  `<path d="M${x} 150v${-height * 0.5}"/><ellipse class="tint" cx="${x}" cy="${round(GROUND - height * 0.66)}" rx="${round(height * 0.24)}" ry="${round(height * 0.34)}"/>`

export const catenary = (from: number, to: number, step: number) => {
  const posts = Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step)
  return (
    `<path d="${posts.map((x) => `M${x} 150V84M${x} 90h10`).join('')}"/>` +
    `<path d="M${from} 90${`q${step / 2} 9 ${step} 0`.repeat(posts.length - 1)}" opacity=".6"/>`
  )
}

export const platform = `<path d="M716 150v-8h230M736 142v-34M926 142v-34M724 108h214l-8-7H732z"/><path class="ground" d="M790 113h84v14h-84z"/><text x="832" y="124" text-anchor="middle" font-size="11" font-weight="600" fill="currentColor" stroke="none">ЛЮБЕРЦЫ</text>`

export const train = (x: number, cars: number) =>
  Array.from({ length: cars }, (_, index) => {
    const left = x + index * 92
    const isLast = index === cars - 1
    return (
      `<path d="M${left} 145V113q0-3 3-3H${left + (isLast ? 74 : 85)}${isLast ? 'q11 3 14 23v12' : 'q3 0 3 3V145'}z" fill="currentColor"/>` +
      `<path class="cut" d="M${left + 8} 121h${isLast ? 60 : 72}" stroke-width="8" stroke-dasharray="11 5"/>` +
      (isLast ? `<path class="ground" stroke="none" d="M${left + 73} 116q7 3 9 10h-9z"/>` : '') +
      `<path class="cut" d="M${left + 4} 134h${isLast ? 82 : 80}" stroke-width="2"/>` +
      `<path d="M${left + 14} 148h16M${left + 58} 148h16" stroke-width="5"/>`
    )
  }).join('')

const round = (value: number) => Math.round(value * 10) / 10
