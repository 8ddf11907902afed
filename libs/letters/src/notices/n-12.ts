import { type Notice } from '../notice';
import { large, list, toColleague, toFamily, withDay } from '../wording';

/** Settled: the support ends well. */
export const n12: Notice = {
  code: 'N-12',
  title: 'Settled at the new school',
  family: ['letter', 'email'],
  words: {
    family: (facts) =>
      toFamily(
        facts,
        'Well done',
        `${large(facts.child)} has settled at the new school. That took courage and hard work, from your child and from you.`,
        'Our visits end here. We will ask the school how things are going two more times:',
        list(
          withDay(facts.dates['fu1'], (day) => `by ${day}`),
          withDay(facts.dates['fu2'], (day) => `by ${day}`),
        ),
        'If things get hard before then, ring us. You do not need to be referred again this year.',
      ),
    school: (facts) =>
      toColleague(
        facts,
        `${facts.reference}: settled, our visits end`,
        'A child we supported has settled at your school. Our visits end today. Thank you for your part in it.',
        withDay(facts.dates['fu1'], (day) => `We will ask how things are by ${day}.`),
      ),
  },
};
