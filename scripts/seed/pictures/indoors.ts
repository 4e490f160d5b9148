import {
  box,
  bush,
  disc,
  faint,
  ground,
  line,
  paper,
  pine,
  repeat,
  solid,
  tinted,
  tree,
  wash,
} from './pen.ts'

/** A reading room: shelves, a window on the pines, a lamp over the table. */
export function library() {
  // Widths and heights of the spines repeat in a long cycle, so a shelf never looks stamped.
  const spines = (x: number, y: number, w: number) => {
    let drawn = ''
    for (let at = x, i = Math.round(x + y); at < x + w - 16; i += 1) {
      const thick = [9, 12, 8, 15, 10, 13][i % 6] ?? 10
      const tall = [42, 36, 46, 40, 34][i % 5] ?? 40
      const d = box(at, y - tall, thick, tall)
      drawn += i % 7 === 3 ? solid(d) : i % 3 === 0 ? tinted(d) : paper(d)
      at += thick + (i % 9 === 4 ? 10 : 0)
    }
    return drawn
  }
  const shelf = (x: number) =>
    paper(box(x, 96, 190, 296)) +
    repeat(4, (i) => spines(x + 8, 162 + i * 70, 176) + line(`M${x} ${162 + i * 70}h190`, 2.5)) +
    line(box(x, 96, 190, 296), 2.5)
  return (
    tinted(box(306, 96, 188, 200)) +
    `<svg x="306" y="96" width="188" height="200" viewBox="306 96 188 200">${wash(box(306, 96, 188, 200))}${pine(352, 138, 22, 1, 296)}${pine(400, 108, 19, -1, 296)}${pine(452, 150, 24, 1, 296)}</svg>` +
    line(box(306, 96, 188, 200), 2.5) +
    line('M400 96v200M306 176h188') +
    line('M296 300h208', 3) +
    shelf(70) +
    shelf(540) +
    line('M0 392h800') +
    // table, lamp, open book
    paper('M250 372h300v12H250z') +
    line('M270 384v78M530 384v78') +
    line('M250 372h300v12H250z') +
    line('M330 372v-6M316 372h28', 3) +
    line('M330 366v-48') +
    solid('M300 320q4 -30 30 -32q26 2 30 32z') +
    paper('M418 366q22 -14 42 0q20 -14 42 0v6q-22 -12 -42 0q-20 -12 -42 0z') +
    line('M460 366v6') +
    // two chairs
    line('M196 462v-96M196 416h46v46', 3) +
    line('M604 462v-96M604 416h-46v46', 3) +
    faint('M40 430h90M660 430h100M110 478h180m40 0h120m30 0h170')
  )
}

/** A clinic: doors with a ramp, a bench, a cross above the porch. */
export function clinic() {
  const windows = (x: number, n: number, rows: number) =>
    repeat(rows, (r) =>
      repeat(
        n,
        (i) =>
          tinted(box(x + i * 46, 176 + r * 62, 30, 36)) +
          line(`M${x + 15 + i * 46} ${176 + r * 62}v36M${x - 3 + i * 46} ${215 + r * 62}h36`),
      ),
    )
  return (
    paper('M104 372V152H696V372z') +
    line('M96 152H704', 3) +
    windows(128, 5, 3) +
    windows(468, 5, 3) +
    paper('M356 372V112H444V372z') +
    line('M348 112H452', 3) +
    solid('M392 138h16v18h18v16h-18v18h-16v-18h-18v-16h18z') +
    solid(box(340, 262, 120, 9)) +
    line('M348 271v89M452 271v89') +
    tinted(box(366, 282, 68, 78)) +
    line('M400 282v78M392 318v10M408 318v10') +
    tinted('M340 360h120v12H340z') +
    // the ramp with its handrail leads from the right
    tinted('M460 360L640 396V400H460z') +
    line('M460 334L640 370M460 347L640 383M460 334v26M520 346v26M580 358v26M640 370v28') +
    pine(48, 196, 29) +
    tree(742, 104) +
    bush(130, 76) +
    bush(220, 88) +
    line('M0 372h460M696 372h104') +
    line('M0 400H800', 2.5) +
    line('M340 372l-30 128M452 400l26 100') +
    faint('M326 428h138M318 460h152M310 488h166M40 430h120M600 440h120M640 470h80')
  )
}

/** The hall of the Council before the sitting: rostrum, table, rows of empty chairs. */
export function hall() {
  const chair = (x: number, y: number, s: number) =>
    tinted(
      `M${x} ${y}v${-34 * s}q0 ${-6 * s} ${6 * s} ${-6 * s}h${28 * s}q${6 * s} 0 ${6 * s} ${6 * s}v${34 * s}z`,
    ) + line(`M${x - 3 * s} ${y}h${46 * s}M${x + 4 * s} ${y}v${18 * s}M${x + 36 * s} ${y}v${18 * s}`)
  const row = (y: number, s: number, n: number) => {
    const step = 62 * s
    const left = 400 - (n * step) / 2 + (step - 40 * s) / 2
    return repeat(n, (i) => chair(left + i * step, y, s))
  }
  return (
    // tall windows
    [64, 176, 556, 668]
      .map(
        (x) =>
          wash(box(x, 76, 68, 180)) +
          line(box(x, 76, 68, 180)) +
          line(`M${x + 34} 76v180M${x} 136h68`) +
          line(`M${x - 6} 260h80`, 3),
      )
      .join('') +
    // a plain screen above the table
    paper(box(296, 92, 208, 118)) +
    line(box(296, 92, 208, 118), 2.5) +
    faint('M330 176v-22M364 176v-48M398 176v-34M432 176v-58M466 176v-30', 8) +
    line('M316 182h168') +
    line('M0 312H800') +
    // presidium and rostrum
    paper('M262 284h236v54H262z') +
    line('M252 284h256', 3.5) +
    faint('M300 338v-46M340 338v-46M380 338v-46M420 338v-46M460 338v-46') +
    repeat(5, (i) => line(`M${284 + i * 44} 284v-14M${278 + i * 44} 270h12`)) +
    solid('M548 340l8 -66h60l8 66z') +
    line('M546 272h80', 3.5) +
    line('M586 272q-2 -20 -14 -28', 2.5) +
    solid(disc(571, 242, 3.5)) +
    row(384, 0.82, 9) +
    row(432, 1, 9) +
    row(486, 1.2, 9)
  )
}

/** A polling place: a booth with a curtain and a ballot box. No signs, no names. */
export const booth = () =>
  wash('M0 392H800v108H0z') +
  line('M0 392H800') +
  tinted(box(70, 92, 96, 150)) +
  line('M118 92v150M70 150h96') +
  line('M62 246h112', 3) +
  tinted(box(634, 92, 96, 150)) +
  line('M682 92v150M634 150h96') +
  line('M626 246h112', 3) +
  // two booths
  [228, 348]
    .map(
      (x) =>
        paper(box(x, 132, 104, 278)) +
        line(box(x, 132, 104, 278), 2.5) +
        line(`M${x - 6} 132h116`, 3.5) +
        tinted(`M${x + 6} 140h70q4 110 -6 214h-64z`) +
        faint(`M${x + 24} 140q4 110 0 214M${x + 44} 140q4 110 -2 214M${x + 62} 140q4 110 -4 214`) +
        line(`M${x + 6} 140h92`),
    )
    .join('') +
  // ballot box on a stand, a folded sheet in the slot
  solid('M520 318h116v92H520z') +
  tinted('M512 306h132v12H512z') +
  paper('M560 306l8 -42h40l-8 42z') +
  line('M574 276h22M571 288h20') +
  line('M540 410v44M616 410v44M532 454h16M608 454h16') +
  faint('M60 430h110m30 0h70M90 466h160m40 0h120M680 436h90M660 470h110')

/** A front door of a panel house with a notice board beside it. */
export const entrance = () =>
  line('M120 0V390M680 0V390') +
  faint('M120 118H680M306 0V390M494 0V390') +
  tinted(box(160, 30, 108, 64)) +
  line('M214 30v64M160 62h108') +
  tinted(box(532, 30, 108, 64)) +
  line('M586 30v64M532 62h108') +
  tinted(box(346, 30, 108, 64)) +
  line('M400 30v64M346 62h108') +
  solid('M312 150h176v12H312z') +
  line('M322 162v228M478 162v228') +
  tinted(box(344, 186, 112, 204)) +
  line('M344 186h112v204M344 186v204M438 290v18') +
  paper(box(362, 206, 44, 70)) +
  // the board: sheets with lines only
  paper(box(532, 186, 116, 146)) +
  line(box(532, 186, 116, 146), 3) +
  [546, 594]
    .map((x) => tinted(box(x, 204, 38, 50)) + faint(`M${x + 6} 216h26M${x + 6} 226h26M${x + 6} 236h18`))
    .join('') +
  tinted(box(546, 266, 86, 50)) +
  faint('M554 280h70M554 290h70M554 300h44') +
  // intercom and the plate of the house, blank
  solid(box(160, 186, 84, 46)) +
  paper(box(170, 196, 64, 26)) +
  ground(390) +
  tinted('M300 390h200v14H300z') +
  tinted('M284 404h232v14H284z') +
  line('M0 418H284M516 418H800') +
  bush(40, 92, 418) +
  bush(690, 104, 418) +
  line('M180 418v-24h90v24M176 394h98', 3) +
  faint('M40 448h150m30 0h90M360 448h150M560 452h180M100 478h90m40 0h160')
