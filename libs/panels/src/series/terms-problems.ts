import { weekdayOf } from '@app/statutory-calendar';
import { quorumFor } from '../pure/quorum';
import { type Before, type QuorumRule, type Terms } from '../pure/terms';
import { type PanelMember } from './members';
import { quorumAsLines } from './quorum-lines';
import { type TermsProblem, WEEKDAYS } from './terms-form';

/** Who sits on the panel, as far as a quorum asks. */
export type Seated = Pick<PanelMember, 'id' | 'officerId' | 'name' | 'service'>;

/**
 * What in these terms does not fit together, in words: the whole of them is judged. A quorum that stands in the terms
 * `before` may stay, so that a member who left does not hold up other changes.
 */
export function termsProblems(
  terms: Terms,
  members: readonly Seated[],
  before?: Terms,
): TermsProblem[] {
  const isSame =
    String(quorumAsLines(terms.quorum)) === String(quorumAsLines(before?.quorum ?? []));
  return [
    ...cadenceProblems(terms),
    ...slotProblems(terms),
    ...paperProblems(terms),
    ...(isSame ? [] : quorumProblems(terms.quorum, members)),
  ];
}

/** Rules of the quorum that these members could never meet, even when all of them come; as read out. */
export function quorumGaps(
  rules: readonly QuorumRule[],
  members: readonly Seated[],
): readonly string[] {
  const all = members.map(({ id, officerId, name, service }) => ({
    memberId: officerId ?? id,
    name,
    service,
    present: true,
  }));
  return quorumFor(rules, all, { hasPlan: true, money: true }).missing;
}

function cadenceProblems({ cadence: { every, dates = [], weekday, from } }: Terms): TermsProblem[] {
  if (every === 'dates')
    return dates.length ? [] : [at('dates', 'Enter the days on which it sits, one on each line')];
  const name = WEEKDAYS[String(weekday) as keyof typeof WEEKDAYS];
  if (every === 'fortnight' && !name.startsWith(weekdayOf(from)))
    return [at('countedFrom', `It sits on ${name}s, so count from a ${name}`)];
  return dates.length
    ? [at('dates', 'Leave the days empty, or say that it sits only on days that are named')]
    : [];
}

function slotProblems({ cadence, opening, fresh, review }: Terms): TermsProblem[] {
  if (fresh.count + review.count === 0)
    return [at('freshCount', 'Leave room for at least one new item or one review')];
  const wanted = opening + fresh.count * fresh.minutes + review.count * review.minutes;
  if (wanted <= cadence.minutes) return [];
  return [
    at(
      'minutes',
      `The items and the opening need ${wanted} minutes and the sitting lasts ${cadence.minutes}. Make it longer, or take fewer or shorter items`,
    ),
  ];
}

function paperProblems({ papersDue, papersOut }: Terms): TermsProblem[] {
  if (papersDue.unit !== papersOut.unit || isEarlier(papersDue, papersOut)) return [];
  return [at('papersOutDays', 'Papers go out after they are due: make these days fewer')];
}

const isEarlier = (one: Before, other: Before) =>
  one.n > other.n || (one.n === other.n && one.at < other.at);

function quorumProblems(rules: readonly QuorumRule[], members: readonly Seated[]): TermsProblem[] {
  const gaps = members.length ? quorumGaps(rules, members) : [];
  if (!gaps.length) return [];
  const words = gaps.join('; ');
  return [
    at(
      'quorum',
      `Nobody on the panel could make this quorum, even if all came. Missing: ${words}. Add a member first, or ask for less`,
    ),
  ];
}

const at = (field: string, message: string): TermsProblem => ({ path: [field], message });
