import { area, choice, money, rows, text } from '../fields';

/** What a line of a bid pays for. Staff posts and hours are on the list so that the refusal can say what pays for them. */
const KINDS = {
  equipment: 'Equipment or technology',
  adaptation: 'Change to a room or building',
  therapy: 'Therapy or specialist sessions',
  training: 'Training in a strategy that this child needs',
  transport: 'Transport to something the child would miss',
  activity: 'Taking part in a trip or club',
  staffing: 'Staff posts or staff hours',
  other: 'Something else',
} as const;

/** One line of a bid, as far as rules look at it. */
export interface BidLine {
  readonly kind: keyof typeof KINDS;
  readonly cost: number;
}

/** The lines of a bid. */
export const bidLines = rows(
  'What the money is for',
  {
    item: text('What is it?'),
    kind: choice('What kind of thing?', KINDS),
    barrier: area('What does it let this child do that is out of reach now?'),
    cost: money('Cost, in pounds', { min: 1 }),
    supplier: text('Who supplies it?').optional(),
  },
  {
    max: 10,
    each: 'Line',
    hint: 'The fund pays for one child’s barriers, not for general staffing. Leave a part empty if you do not need it.',
  },
);

export const costOf = (lines: readonly BidLine[]): number =>
  lines.reduce((sum, { cost }) => sum + cost, 0);

export const paysStaff = (lines: readonly BidLine[]): boolean =>
  lines.some(({ kind }) => kind === 'staffing');
