import { type LetterFacts } from '../letter-facts';
import { type Notice } from '../notice';
import { large, list, type Paragraph, toColleague, toFamily, withDay } from '../wording';

/** Our visits end; some pathways ask how things are again. */
function whatComesNext({ dates }: LetterFacts): Paragraph[] {
  if (!dates['fu1'] && !dates['fu2']) return ['Our visits end here.'];
  return [
    'Our visits end here. We will ask the school how things are going two more times:',
    list(
      withDay(dates['fu1'], (day) => `by ${day}`),
      withDay(dates['fu2'], (day) => `by ${day}`),
    ),
  ];
}

const school = (facts: LetterFacts) =>
  toColleague(
    facts,
    `${facts.reference}: settled, our visits end`,
    'A child we supported has settled at your school. Our visits end today. Thank you for your part in it.',
    withDay(facts.dates['fu1'], (day) => `We will ask how things are by ${day}.`),
  );

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
        ...whatComesNext(facts),
        'If things get hard, ring us. You do not need to be referred again this year.',
      ),
    young_person: (facts) =>
      toFamily(
        facts,
        'Well done',
        'You have settled in. That took courage and hard work.',
        ...whatComesNext(facts),
        'If things get hard, ring us. We can pick up where we left off.',
      ),
    school,
    destination_school: school,
  },
};
