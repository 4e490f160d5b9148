import { birch, catenary, house, pine, platform, train } from './shapes.ts'

/** The drawings made of many shapes, drawn once: some stand on every page. */

/** The edge of the forest above the foot of every page. */
export const pines = [740, 772, 796, 846, 880, 902, 960, 984, 1010, 1064, 1086, 1122, 1150, 1184]
  .map((x, index) => pine(x, 40 + ((index * 37) % 16), 11, index % 2 ? 1 : -1))
  .join('')

/** The view from the line: pines, panel houses, the platform, the train. It stands on the line of what is next. */
export const skyline = [
  pine(24, 84),
  pine(52, 106, 15, -1),
  pine(84, 74),
  house(112, 76, 5),
  birch(208, 44),
  house(232, 96, 9),
  house(338, 46, 11),
  pine(408, 74),
  birch(436, 40),
  house(462, 116, 5),
  house(588, 56, 8),
  birch(664, 40),
  catenary(700, 1190, 98),
  platform,
  train(976, 2),
  pine(1168, 100, 14, -1),
  pine(1188, 74, 11),
].join('')

/** The banks of the footbridge over the Pekhorka. */
export const banks = [
  pine(50, 124, 20),
  pine(102, 96, 17, -1),
  pine(148, 136, 22),
  house(564, 86, 8),
  house(658, 46, 5),
].join('')
