import { type Dice } from '../dice';
import { type DemoChild } from './child';

/** What statutory returns ask about a child. */
interface ForReturns {
  readonly ethnicity: string;
  readonly postcode: string | null;
  readonly disabled: boolean | null;
  readonly pupilPremium: boolean | null;
  readonly socialCareTeam: string | null;
}

/** Likelier ones stand there more often. */
const ETHNICITIES = [
  ...Array<string>(22).fill('WBRI'),
  ...[
    'WOTH',
    'WOTH',
    'WROM',
    'MWBC',
    'MWAS',
    'MOTH',
    'AIND',
    'APKN',
    'ABAN',
    'BAFR',
    'OOTH',
    'REFU',
  ],
];
const TEAMS = ['North locality', 'South locality', 'Disabled children'];
const SOCIAL_CARE = ['cin', 'cp', 'cla'];
const SELDOM = 0.006; // a few answers are missing, so that the page of the returns has something to ask

/** Answers for an invented child; the postcode is that of the first contact. */
export function forReturns(child: DemoChild, dice: Dice): ForReturns {
  const home = child.contacts[0]?.address.split(', ').at(-1) ?? null;
  const unless = <Answer>(answer: Answer) => (dice.isLucky(SELDOM) ? null : answer);
  const isKnown = SOCIAL_CARE.includes(child.careStatus);
  return {
    ethnicity: dice.pick(ETHNICITIES),
    postcode: unless(home),
    disabled: unless(dice.isLucky(child.senProvision === 'E' ? 0.4 : 0.1)),
    pupilPremium: unless(dice.isLucky(0.35)),
    socialCareTeam: isKnown
      ? unless(child.careStatus === 'cla' ? 'Children in care' : dice.pick(TEAMS))
      : null,
  };
}
