import { type LetterFacts } from '../letter-facts';
import { type Notice } from '../notice';
import { large, toFamily, toOfficer, withDay } from '../wording';

const meanwhile = ({ pathway }: LetterFacts) =>
  pathway === 'hd_referral'
    ? 'The school’s own support goes on. Ask the school what it can change now.'
    : 'The school can plan a visit to the new school now. It can also name an adult there for your child.';

const closes = ({ dates }: LetterFacts) => dates['waitlist_close'];

const toFamilyFirst = (facts: LetterFacts) => [
  `The panel agreed that our support would help ${facts.child}. All places are taken just now.`,
  `${large(facts.child)} is on the waiting list. A place comes free when another child leaves, so we cannot say how long it will take.`,
];

const toFamilyAgain = (facts: LetterFacts) => [
  withDay(
    facts.since,
    (day) =>
      `${large(facts.child)} has been on the waiting list since ${day}. No place has come free yet.`,
  ),
  'We have not forgotten you. We write each month, and at once when there is a place.',
];

/** On the waiting list; told again each month that the wait lasts. */
export const n04: Notice = {
  code: 'N-04',
  title: 'On the waiting list',
  family: ['email', 'letter'],
  onlyIfAware: true,
  words: {
    family: (facts) =>
      toFamily(
        facts,
        facts.since ? 'You are still on our waiting list' : 'You are on our waiting list',
        ...(facts.since ? toFamilyAgain(facts) : toFamilyFirst(facts)),
        withDay(
          closes(facts),
          (day) =>
            `The list stays open until ${day}. We will write to you as soon as we know more.`,
        ),
        `You do not have to wait for help. ${meanwhile(facts)}`,
      ),
    referrer: (facts) =>
      toOfficer(
        facts,
        facts.since
          ? `${facts.reference}: still on the waiting list`
          : `${facts.reference}: on the waiting list`,
        withDay(
          facts.since,
          (day) =>
            `The child you put forward has waited for a place since ${day}. None has come free yet.`,
        ) ??
          'The panel accepted the child you put forward. All places are taken, so the child is on the waiting list.',
        withDay(closes(facts), (day) => `The list closes on ${day}.`),
        'Please keep the school’s own plans going.',
      ),
  },
};
