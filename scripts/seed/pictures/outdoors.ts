import {
  bench,
  box,
  bush,
  catenary,
  cut,
  disc,
  faint,
  GROUND,
  ground,
  house,
  INK,
  lamp,
  line,
  nearer,
  paper,
  PAPER,
  pine,
  repeat,
  solid,
  strewn,
  TINT,
  tinted,
  tree,
  wash,
} from './pen.ts'

/** A footbridge over the Pekhorka, as in the design's own drawing. */
export const bridge = () =>
  wash('M218 372q36 46 24 128H558Q536 424 582 372z') +
  pine(52, 214, 32) +
  pine(116, 158, 26, -1) +
  pine(172, 238, 35) +
  house(586, 112, 15) +
  house(712, 62, 9) +
  line('M0 372h236M560 372h240') +
  line('M218 372q182 -92 364 0', 4) +
  line('M214 344q186 -94 372 0', 2.5) +
  line(
    'M232 335v30M266 321v29M303 309v29M341 301v27M380 297v28M420 297v28M459 301v27M497 309v29M534 321v29M568 335v30',
  ) +
  line('M218 372q36 46 24 128M582 372q-46 52 -24 128') +
  faint('M282 404h84m30 0h112M296 430h26m38 0h140m26 0h10M276 456h108m28 0h58M306 480h40m30 0h136')

/** Tall pines with a path between them and an empty bench. */
export const pines = () =>
  wash('M330 500q40 -84 118 -128h26q-28 52 -4 128z') +
  pine(54, 236, 34) +
  pine(118, 172, 26, -1) +
  pine(182, 268, 36) +
  pine(252, 204, 29, -1) +
  pine(316, 150, 22) +
  pine(540, 176, 26, -1) +
  pine(604, 250, 35) +
  pine(676, 196, 29) +
  pine(742, 276, 37, -1) +
  ground() +
  line('M330 500q40 -84 118 -128M470 500q-24 -76 4 -128') +
  bench(520, 446, 104) +
  bush(84, 62) +
  bush(640, 54) +
  faint('M40 404h64m22 0h30M70 436h120M30 468h46m28 0h96M650 448h90M690 478h70m18 0h22')

/** A yard of the new quarter: tall panel houses, young trees. */
export const houses = () =>
  house(40, 118, 15) +
  house(182, 74, 20) +
  house(284, 138, 10) +
  house(450, 84, 18) +
  house(556, 150, 13) +
  house(726, 100, 8) +
  wash('M0 372H800V412H0z') +
  ground() +
  tree(168, 72) +
  tree(271, 84) +
  tree(437, 76) +
  tree(546, 86) +
  tree(716, 70) +
  tree(18, 80) +
  lamp(360, 130, 398) +
  bench(458, 398, 80) +
  bench(176, 398, 80) +
  lamp(628, 130, 398) +
  line('M0 412H800', 2.5) +
  faint('M20 438h50m30 0h50m30 0h50m30 0h50m30 0h50m30 0h50m30 0h50m30 0h50m30 0h50m30 0h50') +
  line('M0 466H800')

/** The electric train at the platform under the wires. */
export function train() {
  const windows = (x: number, w: number) =>
    `<path d="M${x} 304h${w}" stroke="${PAPER}" stroke-width="20" stroke-dasharray="26 11"/>`
  const car = (x: number, w: number) =>
    solid(`M${x} 362V286q0 -6 6 -6h${w - 12}q6 0 6 6V362z`) +
    windows(x + 16, w - 32) +
    cut(`M${x + 6} 338h${w - 12}`, 2.5)
  return nearer(
    1.14,
    400,
    400,
    catenary(90, 760, 172) +
      house(70, 78, 9) +
      house(596, 84, 11) +
      pine(704, 156, 25) +
      pine(746, 118, 20, -1) +
      car(-40, 214) +
      car(182, 214) +
      solid('M404 362V286q0 -6 6 -6h150q30 4 42 54l4 28z') +
      windows(420, 118) +
      `<path d="M558 292q18 6 26 30h-26z" fill="${PAPER}" stroke="none"/>` +
      cut('M410 338h190', 2.5) +
      line('M40 367h40M200 367h40M340 367h40M424 367h40M536 367h40', 6) +
      line('M-40 372H840', 2.5) +
      tinted('M-40 408H840V500H-40z') +
      faint('M-40 424H840', 6).replace('/>', ' stroke-dasharray="14 8"/>') +
      lamp(650, 214, 478) +
      bench(500, 478, 100) +
      line('M640 478h20'),
  )
}

/** The way to a school: three floors, a wide porch, bicycles. */
export function school() {
  const windows = (x: number, n: number) =>
    repeat(3, (row) =>
      repeat(
        n,
        (i) =>
          tinted(box(x + i * 34, 178 + row * 54, 22, 30)) + line(`M${x + 11 + i * 34} ${178 + row * 54}v30`),
      ),
    )
  const bicycle = (x: number) =>
    line(
      `${disc(x, 396, 15)}${disc(x + 46, 396, 15)}M${x} 396l14 -26h22l10 26M${x + 14} 370l9 26l13 -26M${x + 7} 366h14M${x + 36} 370l-3 -9h10`,
    )
  return (
    paper('M120 372V158H680V372z') +
    line('M112 158H688', 3) +
    windows(140, 6) +
    windows(464, 6) +
    paper('M346 372V136H454V372z') +
    line('M338 136H462', 3) +
    tinted(box(362, 164, 76, 54)) +
    line('M400 164v54M362 191h76') +
    tinted(box(362, 236, 76, 44)) +
    line('M400 236v44') +
    solid(box(334, 298, 132, 10)) +
    line('M344 308v64M456 308v64') +
    tinted(box(372, 314, 56, 58)) +
    line('M400 314v58M394 342v8M406 342v8') +
    pine(56, 210, 30) +
    pine(742, 176, 27, -1) +
    tree(708, 78) +
    bush(148, 70) +
    bush(222, 84) +
    bush(500, 84) +
    bush(590, 70) +
    ground() +
    line('M346 372l-40 128M454 372l40 128') +
    faint('M339 396h122M330 424h140M321 452h158M312 480h176') +
    line('M546 398v-18h176v18') +
    bicycle(564) +
    bicycle(656)
  )
}

/** A playground between the houses: swing, slide, sandbox. */
export const playground = () =>
  nearer(
    1.24,
    400,
    420,
    house(40, 96, 10) +
      house(150, 62, 7) +
      house(640, 116, 9) +
      tree(604, 88) +
      tree(772, 72) +
      tree(232, 82) +
      wash('M-40 372H840V470H-40z') +
      line('M-40 372H840M-40 470H840') +
      // swing
      line('M246 440l34 -156M314 440l-34 -156M414 440l-34 -156M346 440l34 -156', 2.5) +
      line('M274 288h112', 3.5) +
      line('M312 288l-6 96M332 288l-6 96') +
      line('M352 288v96') +
      line('M300 384h32', 4) +
      line('M340 384h24', 4) +
      line('M364 288v96') +
      // slide
      line('M512 440V300M548 440V300M512 332h36M512 360h36M512 388h36M512 416h36') +
      solid('M504 300h52v8h-52z') +
      line('M508 300v-34h44v34M508 283h44') +
      tinted('M556 300q14 2 26 24l56 92q8 14 26 14v10q-24 2 -36 -18l-62 -98q-4 -8 -10 -8z') +
      // sandbox
      paper('M108 440l16 -24h98l16 24z') +
      line('M102 440h142', 3) +
      tinted('M142 420q28 -34 62 0z') +
      // ball
      solid(disc(452, 430, 10)) +
      faint('M30 400h60m24 0h40M30 452h40M460 400h30M690 408h80M680 452h90'),
  )

/** An alley with lamps in the evening. */
export function park() {
  const row = [
    { x: 214, y: 470, h: 284 },
    { x: 300, y: 420, h: 180 },
    { x: 346, y: 394, h: 118 },
    { x: 586, y: 470, h: 284 },
    { x: 500, y: 420, h: 180 },
    { x: 454, y: 394, h: 118 },
  ]
  return (
    pine(40, 226, 34) +
    pine(112, 270, 36, -1) +
    pine(176, 180, 26) +
    pine(246, 132, 21, -1) +
    pine(556, 132, 21) +
    pine(622, 184, 27) +
    pine(690, 262, 36) +
    pine(764, 220, 33, -1) +
    ground() +
    wash('M388 372h24l196 128H192z') +
    line('M388 372L192 500M412 372L608 500') +
    row
      .map(({ x, y, h }) => {
        const r = h / 15
        return (
          line(`M${x} ${y}V${y - h}M${x - r / 2} ${y}h${r}`) +
          `<circle cx="${x}" cy="${y - h - r}" r="${r}" fill="${PAPER}"/>` +
          line(`M${x - r * 1.1} ${y - h}h${r * 2.2}`, 3)
        )
      })
      .join('') +
    bench(70, 452, 104) +
    bench(640, 452, 104) +
    faint('M366 388h68M344 402h112M314 422h172M276 446h248M232 474h336')
  )
}

/** A bus at a shelter on a wet street. */
export const rain = () =>
  house(28, 108, 13) +
  house(150, 64, 9) +
  house(662, 112, 15) +
  tree(628, 96) +
  faint(strewn(58, (x, y) => `M${x} ${y - 20}l-7 26`)) +
  ground() +
  // bus
  solid('M300 388V246q0 -14 14 -14h262q14 0 16 16l8 82v58z') +
  `<path d="M316 252h56v58h-56zM382 252h56v58h-56zM448 252h56v58h-56zM560 252h16l8 68h-24z" fill="${PAPER}" stroke="none"/>` +
  `<path d="M514 254h36v126h-36z" fill="${TINT}" stroke="none"/>` +
  cut('M532 254v126M300 342h206M560 342h40') +
  [356, 482].map((x) => paper(disc(x, 390, 22)) + solid(disc(x, 390, 8))).join('') +
  line('M0 412H800', 2.5) +
  // the shelter stands on the near side
  paper(box(98, 300, 146, 126)) +
  tinted('M72 300h198v-16H72z') +
  line('M98 300v152M244 300v152', 2.5) +
  faint('M147 300v126M196 300v126') +
  line('M112 430h118', 3.5) +
  line('M124 430v22M218 430v22M50 452H284') +
  `<ellipse cx="460" cy="450" rx="72" ry="9" fill="${TINT}"/><ellipse cx="640" cy="474" rx="56" ry="7" fill="${TINT}"/><ellipse cx="370" cy="484" rx="38" ry="5" fill="${TINT}"/>` +
  faint('M430 450h44M620 474h30')

/** Works on a pavement: fence, cones, a small roller. */
export function roadworks() {
  const cone = (x: number, y: number) =>
    tinted(`M${x - 12} ${y}l9 -44h6l9 44z`) + line(`M${x - 7} ${y - 18}h14M${x - 18} ${y}h36`, 3)
  const barrier = (x: number) =>
    line(`M${x} 440l10 -72M${x + 20} 440l-10 -72M${x + 120} 440l10 -72M${x + 140} 440l-10 -72`) +
    paper(box(x - 4, 366, 148, 22)) +
    repeat(5, (i) => solid(`M${x + 2 + i * 28} 388l12 -22h12l-12 22z`))
  return nearer(
    1.2,
    400,
    430,
    house(40, 88, 9) +
      house(142, 128, 6) +
      house(590, 70, 12) +
      house(674, 96, 7) +
      tree(300, 96) +
      tree(560, 78) +
      line('M-20 372H820') +
      wash('M-20 396H470v-24H-20z') +
      line('M-20 396H470') +
      faint(
        'M40 372v24M90 372v24M140 372v24M190 372v24M240 372v24M290 372v24M340 372v24M390 372v24M440 372v24',
      ) +
      // roller
      tinted(disc(420, 344, 50)) +
      line(disc(420, 344, 8)) +
      tinted(disc(556, 358, 36)) +
      line(disc(556, 358, 7)) +
      solid('M408 318h62l14 20h104q8 0 8 -8v-44q0 -8 -8 -8h-72l-12 12h-86q-12 0 -12 12z') +
      line('M500 278v-74M572 278v-74') +
      solid('M488 196h98q6 0 6 8h-110q0 -8 6 -8z') +
      line('M508 278l14 -30h20') +
      line('M536 252l-8 26') +
      line('M420 344l26 -10M556 358l-6 -20') +
      cone(112, 446) +
      cone(344, 448) +
      cone(626, 430) +
      cone(690, 446) +
      barrier(160) +
      faint('M370 428h60m24 0h90M400 456h180M130 464h90'),
  )
}

/** Saplings in a row with stakes, a spade and a watering can. */
export function saplings() {
  const leaf = (x: number, y: number, angle: number) =>
    `<ellipse cx="${x}" cy="${y}" rx="13" ry="6.5" transform="rotate(${angle} ${x} ${y})" fill="${TINT}"/>`
  const sapling = (x: number, h: number) => {
    const y = 424 - h
    return (
      line(`M${x - 15} 428V${424 - h * 0.62}`, 3) +
      line(`M${x - 18} ${424 - h * 0.46}q10 6 20 0`) +
      line(`M${x} 424V${y}`, 2.25) +
      [0.52, 0.66, 0.8]
        .map((part, i) => {
          const at = 424 - h * part
          const reach = 30 - i * 6
          return (
            line(`M${x} ${at}l${-reach} ${-reach * 0.8}M${x} ${at - 10}l${reach} ${-reach * 0.8}`) +
            leaf(x - reach - 6, at - reach * 0.8 - 5, 42) +
            leaf(x + reach + 6, at - 10 - reach * 0.8 - 5, -42)
          )
        })
        .join('') +
      leaf(x, y - 9, 90) +
      tinted(`M${x - 30} 430q30 -20 60 0z`)
    )
  }
  return (
    pine(40, 210, 31) +
    pine(102, 158, 25, -1) +
    pine(696, 178, 27) +
    pine(760, 226, 33, -1) +
    house(178, 66, 6) +
    house(256, 50, 9) +
    house(560, 74, 7) +
    wash('M0 372H800V430H0z') +
    ground() +
    line('M0 430H800') +
    sapling(116, 168) +
    sapling(246, 190) +
    sapling(376, 176) +
    sapling(700, 182) +
    // spade in the ground
    line('M470 290v112', 4.5) +
    line('M455 290h30', 4.5) +
    solid('M453 396h34v30q0 18 -17 30q-17 -12 -17 -30z') +
    // watering can
    tinted('M534 456l8 -64h64l8 64z') +
    line('M612 436l42 -40M646 386l16 16', 3) +
    line('M542 404q-36 -6 -22 38') +
    line('M548 392q26 -30 52 0') +
    faint('M40 456h80m26 0h60M70 480h140m30 0h60M290 458h90M350 482h120M660 458h90M600 482h60m20 0h90')
  )
}

/** A yard rink in winter: boards, a goal, lamps, snow on the roofs. */
export function rink() {
  const flakes = strewn(
    52,
    (x, y) => `<circle cx="${x}" cy="${y}" r="2.6" fill="${INK}" stroke="none" opacity=".45"/>`,
  )
  return (
    house(48, 104, 14) +
    house(166, 64, 10) +
    house(566, 84, 15) +
    house(664, 92, 10) +
    pine(276, 176, 27) +
    pine(524, 150, 25, -1) +
    tree(772, 70) +
    ground() +
    lamp(330, 214) +
    lamp(470, 214) +
    paper('M110 480V420q0 -40 60 -40H630q60 0 60 40V480') +
    wash('M150 480V432q0 -22 38 -22H612q38 0 38 22V480z') +
    line(
      'M110 480V420q0 -40 60 -40H630q60 0 60 40V480M150 480V432q0 -22 38 -22H612q38 0 38 22V480M110 480H690',
    ) +
    faint('M230 380v30M310 380v30M390 380v30M470 380v30M550 380v30M132 420l28 4M668 420l-28 4') +
    // goal
    paper('M354 450V404h92v46') +
    line('M354 450V404h92v46', 3.5) +
    faint(
      'M366 450V404M378 450V404M390 450V404M402 450V404M414 450V404M426 450V404M438 450V404M354 416h92M354 428h92M354 440h92',
      1,
    ) +
    // a stick and a puck left on the ice
    line('M616 428L528 454l-26 2', 4) +
    solid('M468 456h18v8h-18z') +
    // snow drifts
    tinted('M0 480q60 -36 110 0z') +
    tinted('M690 480q50 -40 110 -6v6z') +
    line('M0 480H800') +
    flakes
  )
}

/** A house under scaffolding: the roof is being repaired. */
export function roof() {
  const scaffold =
    repeat(6, (i) => line(`M${246 + i * 60} 372V150`)) +
    repeat(5, (i) => line(`M238 ${330 - i * 44}H554`)) +
    repeat(5, (i) => faint(`M${246 + i * 60} ${330 - (i % 4) * 44}l60 -44`))
  return (
    house(70, 100, 8) +
    house(660, 84, 10) +
    tree(200, 92) +
    tree(622, 80) +
    paper('M262 372V168H538V372') +
    repeat(4, (r) =>
      repeat(
        6,
        (i) => tinted(box(280 + i * 43, 188 + r * 46, 24, 28)) + line(`M${292 + i * 43} ${188 + r * 46}v28`),
      ),
    ) +
    paper('M250 168L292 108H508L550 168z') +
    repeat(8, (i) => faint(`M${288 + i * 31} 112l${(i - 3.5) * 3} 52`)) +
    wash('M250 168L292 108H400L396 168z') +
    line('M250 168L292 108H508L550 168z') +
    line('M400 108l-4 60') +
    paper('M336 82h22v26h-22z') +
    line('M332 82h30', 3) +
    scaffold +
    // crane
    line('M600 372V66M616 372V66') +
    repeat(13, (i) => line(`M${i % 2 ? 616 : 600} ${372 - i * 22}L${i % 2 ? 600 : 616} ${350 - i * 22}`)) +
    line('M684 66H410M608 40L440 66M608 40L672 66M608 40v26', 2.25) +
    line('M456 66v26') +
    solid(box(434, 92, 44, 10)) +
    solid(box(644, 66, 30, 24)) +
    ground() +
    line('M0 424H800') +
    faint('M30 398h80m20 0h40M640 398h120M180 448h90m24 0h150m26 0h40M60 470h120')
  )
}

/** An open-air stage with a shell, garlands of lamps and benches. */
export const stage = () =>
  pine(52, 220, 33) +
  pine(118, 172, 26, -1) +
  pine(690, 190, 28) +
  pine(752, 236, 34, -1) +
  tinted('M220 372V300Q220 132 400 132T580 300V372z') +
  paper('M254 352V302Q254 166 400 166T546 302V352z') +
  faint('M286 352V306Q290 198 400 198T514 306V352M320 352V312Q322 230 400 230T480 312V352') +
  line('M206 352H594v20H206z', 2.5) +
  solid(box(206, 352, 388, 20)) +
  // a piano and its stool, nobody yet
  solid('M372 352V282h74v70z') +
  cut('M372 306h74') +
  solid('M350 318h24v10h-24z') +
  line('M354 328v24') +
  line('M318 352v-20M338 352v-20') +
  line('M312 332h32', 4) +
  line('M118 200q52 46 102 60M580 260q60 -16 110 -66') +
  repeat(4, (i) => solid(disc(138 + i * 23, 217 + i * 13, 4))) +
  repeat(4, (i) => solid(disc(602 + i * 24, 250 - i * 14, 4))) +
  ground() +
  bench(150, 446, 130) +
  bench(336, 446, 130) +
  bench(522, 446, 130) +
  faint('M60 404h80m20 0h40M610 404h120M40 470h70M690 470h90') +
  line(`M0 ${GROUND}H800`)
