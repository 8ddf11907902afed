import { type LetterFacts } from '../letter-facts';
import { type Notice } from '../notice';
import { rightsOf } from '../rights';
import { toColleague, toFamily } from '../wording';

const isAboutAssessing = ({ event, stage }: LetterFacts) =>
  event === 'REFUSED_TO_ASSESS' || stage === 'refused_to_assess';

const decision = (facts: LetterFacts) =>
  isAboutAssessing(facts)
    ? `We have decided not to carry out an education, health and care needs assessment for ${facts.child}.`
    : `We have finished the assessment. We have decided not to make an education, health and care plan for ${facts.child}.`;

/** A refusal, with everything regulations 5(3) and 10(3) ask for. */
export const n53: Notice = {
  code: 'N-53',
  title: 'Decision: no assessment, or no plan',
  family: ['letter', 'email'],
  words: {
    family: (facts) =>
      toFamily(
        facts,
        isAboutAssessing(facts) ? 'Our decision about an assessment' : 'Our decision about a plan',
        decision(facts),
        `Our reasons: ${facts.reason ?? 'they are set out on the sheet that comes with this letter.'}`,
        ...rightsOf(facts, 'this decision'),
        'We know that this may not be what you hoped for. We would like to meet you and the school, to agree what help comes next. We will ring you to find a day.',
      ),
    school: (facts) =>
      toColleague(
        facts,
        `${facts.reference}: our decision`,
        isAboutAssessing(facts)
          ? 'The council has decided not to carry out an education, health and care needs assessment.'
          : 'The council has decided not to issue an education, health and care plan.',
        'The family has been told, with our reasons and their right to appeal.',
        'We will offer a meeting with the family and with you, to agree what help comes next.',
      ),
  },
};
