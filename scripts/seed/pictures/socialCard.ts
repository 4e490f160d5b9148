import sharp from 'sharp'
import { catenary, house, line, paper, PAPER, pine, sheet, solid, tinted, tree, wash } from './pen.ts'

const SIZE = { width: 1200, height: 630 }
const RAIL = 468

/** The city on its line, for pages without a picture of their own: shown by messengers and social networks. */
export const renderSocialCard = () =>
  sharp(Buffer.from(sheet(skyline(), SIZE)), { density: 72 })
    .png({ palette: true })
    .toBuffer()

export const socialCardAlt = 'Люберцы на линии: сосны, панельные дома и электропоезд у платформы'

function skyline() {
  const windows = (x: number, w: number) =>
    `<path d="M${x} 402h${w}" stroke="${PAPER}" stroke-width="19" stroke-dasharray="25 11"/>`
  const car = (x: number, w: number) =>
    solid(`M${x} 458V385q0 -6 6 -6h${w - 12}q6 0 6 6V458z`) +
    windows(x + 15, w - 30) +
    underline(x + 6, w - 12)
  const underline = (x: number, w: number) =>
    `<path d="M${x} 434h${w}" stroke="${PAPER}" stroke-width="2.5"/>`
  const on = RAIL
  return (
    pine(58, 236, 36, 1, on) +
    pine(128, 300, 42, -1, on) +
    pine(206, 214, 33, 1, on) +
    catenary(560, 1180, 132, on, 210) +
    house(262, 116, 13, on, 18) +
    tree(404, 96, on) +
    house(436, 84, 19, on, 18) +
    house(540, 138, 9, on, 18) +
    tree(702, 104, on) +
    tinted('M730 468v-22h170v22z') +
    line('M752 446v-64M878 446v-64') +
    paper('M736 382h158l-10 -14H746z') +
    house(1040, 92, 15, on, 18) +
    pine(1164, 250, 37, -1, on) +
    car(786, 150) +
    solid('M944 458V385q0 -6 6 -6h108q30 4 40 50l4 29z') +
    windows(958, 84) +
    underline(950, 142) +
    `<path d="M1056 391q16 6 24 28h-24z" fill="${PAPER}" stroke="none"/>` +
    line('M806 463h36M880 463h36M962 463h36M1044 463h36', 6) +
    wash('M0 468H1200V630H0z') +
    line(`M0 ${on}H1200`, 5) +
    [110, 400, 690, 1142]
      .map(
        (x, i) =>
          `<circle cx="${x}" cy="${on}" r="11" stroke-width="5" fill="${i < 2 ? '#0e4a3a' : PAPER}"/>`,
      )
      .join('')
  )
}
