import { type Notice } from '../notice';
import { toFamily, toOfficer, withDay } from '../wording';

/** A colleague covers. */
export const n22: Notice = {
  code: 'N-22',
  title: 'Cover arranged',
  family: ['email', 'letter'],
  words: {
    owner: (facts) =>
      toOfficer(
        facts,
        `${facts.reference}: cover arranged`,
        withDay(facts.coverUntil, (day) => `A colleague covers this case until ${day}.`) ??
          'A colleague covers this case.',
        'They see what you see, and its dates go on.',
      ),
    family: (facts) =>
      toFamily(
        facts,
        'Someone is standing in',
        withDay(
          facts.coverUntil,
          (day) => `Your worker is away until ${day}. A colleague is standing in.`,
        ) ?? 'Your worker is away, and a colleague is standing in.',
      ),
  },
};
