import { type Journey } from '../journey';
import { type Scene } from '../scene';
import { tellReview, type Part } from './story';

const WORKERS = ['winifred', 'winifred', 'cormac'] as const;

const group = (place: Part['place'], ...days: number[]): Part[] =>
  days.map((ago, at) => ({ place, days: ago, worker: WORKERS[at % WORKERS.length]! }));

/** Where the reviews of this year stand, and the days for which they have. */
const PARTS: readonly Part[] = [
  ...group('due', 2, 5, 9, 12, 16, 20, 26, 33, 40, 62),
  { place: 'due', days: 30, worker: 'winifred', name: 'Hazel Brockenhurst', isChased: true },
  { place: 'due', days: 66, worker: 'winifred', isChased: true },
  { place: 'arranged', days: 4, worker: 'winifred', name: 'Samir Kilburnie' },
  ...group('arranged', 2, 6, 8, 9, 10),
  { place: 'held', days: 27, worker: 'winifred', name: 'Lottie Ravensworth' },
  ...group('held', 3, 8, 15, 20, 31),
  { place: 'report_in', days: 24, worker: 'winifred', name: 'Tudor Allenby-Nkosi' },
  ...group('report_in', 12, 19, 26, 34),
  { place: 'amending', days: 10, worker: 'winifred', name: 'Mei Farthinghoe' },
  ...group('amending', 20, 32, 45),
  { place: 'transfer_due', days: 20, worker: 'winifred', name: 'Pippa Yarlside' },
  { place: 'transfer_held', days: 9, worker: 'winifred', name: 'Roan Deepdale' },
  { place: 'transfer_amending', days: 22, worker: 'cormac' },
  { place: 'transfer_due', days: 35, worker: 'cormac' },
  ...group('maintained', 1, 20, 50),
  ...group('amended', 8, 40),
];

/** Reviews of plans that run, moves to the next phase among them; the first of them goes on to the question of ending the plan. */
export function reviewCases(scene: Scene): { all: Journey[]; ceasing: Journey } {
  const ceasing = tellReview(
    scene,
    { place: 'ceasing', days: 30, worker: 'winifred' },
    PARTS.length,
  );
  return { all: [...PARTS.map((part, at) => tellReview(scene, part, at)), ceasing], ceasing };
}
