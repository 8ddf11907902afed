import { type Journey } from '../journey';
import { diceOf, type Scene, storyOf } from '../scene';
import { BIDS } from './bids';

type Place =
  | 'submitted'
  | 'more_information'
  | 'checked'
  | 'agreed'
  | 'paying'
  | 'evidence_due'
  | 'evidence_check'
  | 'completed'
  | 'not_agreed';

/** Where a bid stands, and the working days for which it has. */
const PARTS: readonly (readonly [place: Place, days: number])[] = [
  ['submitted', 2],
  ['submitted', 7],
  ['more_information', 4],
  ['checked', 3],
  ['agreed', 2],
  ['agreed', 9],
  ['agreed', 22],
  ['paying', 6],
  ['evidence_due', 25],
  ['evidence_check', 3],
  ['completed', 10],
  ['not_agreed', 6],
];
const TOOK: Readonly<Record<Place, number>> = {
  submitted: 0,
  more_information: 3,
  checked: 6,
  agreed: 12,
  not_agreed: 12,
  paying: 18,
  evidence_due: 19,
  evidence_check: 70,
  completed: 74,
};
const CHECKER = 'desmond';
const RECENT = 10;

/** Bids to the Inclusion Fund, one child each. */
export function inclusionFundCases(scene: Scene): Journey[] {
  return PARTS.map(([place, days], at) => {
    const { time, register } = scene;
    const dice = diceOf(scene, `bid ${at}`);
    const bid = BIDS[at % BIDS.length]!;
    const child = register.add({ year: dice.whole(0, 8), sen: 'K', need: bid.need });
    const on = (taken: number) => time.workingBack(days + TOOK[place] - taken);
    const amount = bid.lines.reduce((sum, { cost }) => sum + cost, 0);
    const story = storyOf(scene, {
      pathway: 'inclusion_fund_bid',
      child,
      team: 'placement',
      worker: CHECKER,
    })
      .opened(on(0), 'BID_SUBMITTED', bid.form, 'tomasz')
      .given(on(0));
    const has = (other: Place) => TOOK[place] >= TOOK[other];
    if (place === 'more_information') story.then(on(3), 'MORE_INFORMATION_ASKED');
    else if (has('checked')) story.then(on(6), 'BID_CHECKED');
    if (place === 'not_agreed') story.then(on(12), 'BID_NOT_AGREED', undefined, 'marguerite');
    else if (has('agreed')) story.then(on(12), 'BID_AGREED', { amount }, 'marguerite');
    if (place === 'agreed' && days < RECENT) story.live();
    const half = Math.round(amount / 2);
    const paid = (sum: number, part: string) => ({
      amount: sum,
      reference: `LED-20${400 + at}-${part}`,
    });
    if (has('paying')) story.then(on(18), 'PAYMENT_MADE', paid(half, 'A'), 'oswin');
    if (has('evidence_due')) story.then(on(19), 'PAYMENT_MADE', paid(amount - half, 'B'), 'oswin');
    if (has('evidence_check')) story.then(on(70), 'EVIDENCE_RECEIVED', { spent: amount });
    if (has('completed')) story.then(on(74), 'EVIDENCE_ACCEPTED');
    return story.journey();
  });
}
