import { type Notice } from '../notice';
import { large, toColleague, toFamily, withDay } from '../wording';

/** A place in a high dependency unit is offered. */
export const n26: Notice = {
  code: 'N-26',
  title: 'Offer of a unit place',
  family: ['email', 'letter'],
  words: {
    family: (facts) =>
      toFamily(
        facts,
        'A place in a small unit',
        `We would like to offer ${facts.child} a place in a small unit at another school.`,
        'It is for six school weeks at first. The aim is to learn what helps, and then to go back to lessons with other children.',
        `${large(facts.child)} stays on the roll of the school they go to now.`,
        'Come and see the unit before you decide. Ring us and we will find a day. You can say no.',
        withDay(facts.dates['offer_expiry'], (day) => `Please tell us by ${day}.`),
      ),
    school: (facts) =>
      toColleague(
        facts,
        `${facts.reference}: a unit place is offered`,
        'The admissions panel has offered a place in a unit. We need your signature before the child can start.',
        'You keep the child on roll, come to the reviews, and take the child back.',
        withDay(facts.dates['offer_expiry'], (day) => `Please sign by ${day}.`),
      ),
    host_school: (facts) =>
      toColleague(
        facts,
        `${facts.reference}: a place in your unit is offered`,
        'The admissions panel has offered a place in your unit. The place is held for this child.',
        withDay(
          facts.dates['offer_expiry'],
          (day) => `Please sign, and find a day for a visit, by ${day}.`,
        ),
      ),
  },
};
