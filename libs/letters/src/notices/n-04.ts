import { type LetterFacts } from '../letter-facts';
import { type Notice } from '../notice';
import { large, toFamily, toOfficer, withDay } from '../wording';

const meanwhile = ({ pathway }: LetterFacts) =>
  pathway === 'hd_referral'
    ? 'The school’s own support goes on. Ask the school what it can change now.'
    : 'The school can plan a visit to the new school now. It can also name an adult there for your child.';

/** On the waiting list. */
export const n04: Notice = {
  code: 'N-04',
  title: 'On the waiting list',
  family: ['email', 'letter'],
  onlyIfAware: true,
  words: {
    family: (facts) =>
      toFamily(
        facts,
        'You are on our waiting list',
        `The panel agreed that our support would help ${facts.child}. All places are taken just now.`,
        `${large(facts.child)} is on the waiting list. A place comes free when another child leaves, so we cannot say how long it will take.`,
        withDay(
          facts.dates['waitlist_close'],
          (day) =>
            `The list stays open until ${day}. We will write to you as soon as we know more.`,
        ),
        `You do not have to wait for help. ${meanwhile(facts)}`,
      ),
    referrer: (facts) =>
      toOfficer(
        facts,
        `${facts.reference}: on the waiting list`,
        'The panel accepted the child you put forward. All places are taken, so the child is on the waiting list.',
        withDay(facts.dates['waitlist_close'], (day) => `The list closes on ${day}.`),
        'Please keep the school’s own plans going.',
      ),
  },
};
