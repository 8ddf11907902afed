import { type Adviser } from '@app/pathways';
import { type Dice } from '../dice';

const ALWAYS: readonly Adviser[] = ['parent', 'school', 'ep', 'health', 'social_care'];

/** How long each usually takes, in days of the six weeks. */
const USUAL: Readonly<Record<Adviser, readonly [low: number, high: number]>> = {
  parent: [6, 20],
  school: [14, 40],
  social_care: [16, 40],
  health: [22, 41],
  slt: [26, 41],
  ot: [24, 41],
  ep: [30, 41],
  pfa: [20, 38],
  other: [14, 38],
};

/** Who keeps the council waiting, and how often (psychology most of all). */
const LATE = [
  ['ep', 50],
  ['slt', 18],
  ['health', 13],
  ['ot', 10],
  ['social_care', 5],
  ['school', 4],
] as const;

/** Whose advice is asked for. */
export function advisersFor(year: number, dice: Dice): Adviser[] {
  return [
    ...ALWAYS,
    ...(dice.isLucky(0.5) ? (['slt'] as const) : []),
    ...(dice.isLucky(0.32) ? (['ot'] as const) : []),
    ...(year >= 9 ? (['pfa'] as const) : []),
  ];
}

/** Those who are late: at least one. */
export function lateAmong(asked: readonly Adviser[], dice: Dice): Adviser[] {
  const choices = LATE.filter(([adviser]) => asked.includes(adviser));
  const first = dice.weighted(choices);
  const second = dice.isLucky(0.35) ? [dice.weighted(choices)] : [];
  return [...new Set([first, ...second])];
}

/** Days after asking on which an answer comes. `within` squeezes or stretches it to a known end. */
export function answerDay(adviser: Adviser, dice: Dice, within?: number): number {
  const usual = dice.whole(...USUAL[adviser]);
  return within === undefined ? usual : Math.max(1, Math.round((usual * within) / 42));
}
