import { type Adviser } from '@app/pathways';
import { type Wanted } from '../people/register';
import { schoolNamed } from '../people/schools';
import { type Leg } from './board';
import { type EhcStory } from './story';

/** A child whom the pages of this product follow: a name, a place on the board and a story of their own. */
export interface FollowedCase {
  readonly child: Wanted;
  readonly leg: Leg;
  readonly day: number;
  readonly team: 'north' | 'south';
  readonly officer: string | null;
  /** Something happened to it in the last working days, and its letters are on their way. */
  readonly isFresh?: true;
  /** Told instead of what chance would tell. */
  readonly tell?: (story: EhcStory) => EhcStory;
}

/** Whose advice is always asked for. */
export const FIVE: readonly Adviser[] = ['parent', 'school', 'ep', 'health', 'social_care'];

/** One of them, with the usual answers filled in. */
export const followed = (
  name: string,
  year: number,
  school: string,
  rest: Omit<FollowedCase, 'child' | 'team'> & {
    readonly child?: Partial<Wanted>;
    team?: FollowedCase['team'];
  },
): FollowedCase => ({
  team: 'north',
  ...rest,
  child: { name, year, sen: 'K', school: schoolNamed(school), flags: [], ...rest.child },
});

/** As far as the asking for advice. */
export const toAdvice = (story: EhcStory) => story.allocated(2).listed(24).agreed(39, FIVE);
/** As far as the drafting. */
export const toDraft = (story: EhcStory) =>
  toAdvice(story)
    .answered(50, 'parent')
    .answered(63, 'school')
    .answered(66, 'social_care')
    .answered(70, 'health')
    .answered(74, 'ep')
    .allIn(78)
    .planAgreed(86);
