/**
 * The pen of the demo pictures: pine-coloured lines on a pale ground, one flat tint, one solid thing per picture.
 * Everything is drawn on a sheet of 800 × 500 units; the ground of most scenes is the same line, as on the site.
 */
export const SHEET = { width: 800, height: 500 }
export const GROUND = 372
export const INK = '#0e4a3a'
export const PAPER = '#eff3f1'
export const TINT = '#d9ebe2'

/** A line, or an open shape. */
export const line = (d: string, width?: number) =>
  `<path d="${d}"${width ? ` stroke-width="${width}"` : ''}/>`

/** A quieter line: water, joints of paving, wires. */
export const faint = (d: string, width = 1.5) => `<path d="${d}" stroke-width="${width}" opacity=".55"/>`

/** A closed shape that hides what is behind it. */
export const paper = (d: string) => `<path d="${d}" fill="${PAPER}"/>`
export const tinted = (d: string) => `<path d="${d}" fill="${TINT}"/>`
export const solid = (d: string) => `<path d="${d}" fill="${INK}"/>`
/** Tint without an outline: lawns, light, shadow. */
export const wash = (d: string) => `<path d="${d}" fill="${TINT}" stroke="none"/>`
/** A line cut out of a solid shape. */
export const cut = (d: string, width = 2) => `<path d="${d}" stroke="${PAPER}" stroke-width="${width}"/>`

export const box = (x: number, y: number, w: number, h: number) => `M${x} ${y}h${w}v${h}h${-w}z`
export const disc = (cx: number, cy: number, r: number) =>
  `M${cx - r} ${cy}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`

/** Numbers from 0 to n − 1 turned into drawing and joined. */
export const repeat = (n: number, draw: (i: number) => string) =>
  Array.from({ length: n }, (_, i) => draw(i)).join('')

export const ground = (y = GROUND) => line(`M0 ${y}H800`)

/** A panel house: bare walls, a roof line and rows of windows, as on the skyline of the home page. */
export function house(x: number, w: number, floors: number, base = GROUND, step = 15) {
  const top = base - floors * step - 12
  const columns = Math.floor((w - 10) / 13)
  const left = x + (w - (columns * 13 - 8)) / 2
  const windows = repeat(
    floors,
    (i) =>
      `<path d="M${left} ${top + 12 + i * step}h${columns * 13 - 8}" stroke-width="6" stroke-dasharray="5 8" opacity=".5"/>`,
  )
  return paper(`M${x} ${base}V${top}h${w}V${base}`) + line(`M${x - 3} ${top}h${w + 6}`) + windows
}

/** A Scots pine: a long bare trunk, a flat crown of three pads, one dry twig. */
export function pine(x: number, h: number, r = 20, lean = 1, base = GROUND) {
  const top = base - h
  const pad = (dx: number, y: number, w: number) =>
    `M${x + dx * lean - w} ${y}q${w * 0.15} ${-w * 0.62} ${w} ${-w * 0.62}t${w} ${w * 0.62}q${-w} ${w * 0.22} ${-2 * w} 0z`
  const trunk = line(
    `M${x} ${base}q${2 * lean} ${-h * 0.5} 0 ${-h + r}M${x + lean} ${base - h * 0.42}l${9 * lean} -6`,
  )
  return (
    trunk +
    tinted(
      pad(5, top + r * 1.9, r * 0.8) + pad(-6, top + r * 1.35, r * 0.95) + pad(1, top + r * 0.65, r * 0.7),
    )
  )
}

/** A round tree of a yard. */
export const tree = (x: number, h: number, base = GROUND) =>
  line(`M${x} ${base}v${-h * 0.5}`) +
  `<ellipse fill="${TINT}" cx="${x}" cy="${base - h * 0.64}" rx="${h * 0.25}" ry="${h * 0.36}"/>`

/** A low clipped bush. */
export const bush = (x: number, w: number, base = GROUND) =>
  tinted(
    `M${x} ${base}q${-w * 0.06} ${-w * 0.34} ${w * 0.22} ${-w * 0.34}q${w * 0.28} ${-w * 0.24} ${w * 0.56} 0q${w * 0.28} 0 ${w * 0.22} ${w * 0.34}z`,
  )

/** A park bench seen from the front. */
export const bench = (x: number, base = GROUND, w = 84) =>
  line(
    `M${x + 8} ${base}v-22M${x + w - 8} ${base}v-22M${x + 8} ${base - 22}v-24M${x + w - 8} ${base - 22}v-24`,
  ) + line(`M${x} ${base - 22}h${w}M${x} ${base - 36}h${w}M${x} ${base - 46}h${w}`, 3)

/** A street lamp with one hood, light falls as a tint only when asked. */
export function lamp(x: number, h: number, base = GROUND, isLit = false) {
  const top = base - h
  const light = isLit ? wash(`M${x - 13} ${top + 14}h26l${h * 0.2} ${h - 14}h${-h * 0.4 - 26}z`) : ''
  return (
    light +
    line(`M${x} ${base}V${top + 14}M${x - 6} ${base}h12`) +
    solid(`M${x - 15} ${top + 14}q1 -13 15 -14q14 1 15 14z`)
  )
}

/** Masts and the wire of the railway. */
export function catenary(from: number, to: number, step: number, base = GROUND, h = 190) {
  const masts = Math.floor((to - from) / step) + 1
  const top = base - h
  return (
    repeat(masts, (i) =>
      line(
        `M${from + i * step} ${base}V${top}M${from + i * step} ${top + 12}h26M${from + i * step} ${top + 30}l26 -18`,
      ),
    ) + faint(`M${from - step + 26} ${top + 12}${repeat(masts + 1, () => `q${step / 2} 16 ${step} 0`)}`)
  )
}

/** The same drawing seen from nearer: enlarged around a point of the ground, with lines as thin as elsewhere. */
export const nearer = (scale: number, x: number, y: number, inner: string) =>
  `<g transform="translate(${x} ${y}) scale(${scale}) translate(${-x} ${-y})" stroke-width="${1.75 / scale}">${inner}</g>`

/** Points strewn without a visible pattern, the same on every run (golden-ratio steps in both directions). */
export const strewn = (n: number, draw: (x: number, y: number) => string, height = 300) =>
  repeat(n, (i) => draw(((i * 0.754877) % 1) * 800, ((i * 0.56984 + 0.31) % 1) * height))

/** The whole picture as an SVG document. Nothing in it but lines: no text, no faces. */
export const sheet = (inner: string, { width, height } = SHEET) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">` +
  `<path d="M0 0h${width}v${height}H0z" fill="${PAPER}"/>` +
  `<g fill="none" stroke="${INK}" stroke-width="1.75" stroke-linejoin="round">${inner}</g></svg>`
