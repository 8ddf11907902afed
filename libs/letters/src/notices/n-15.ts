import { type LetterFacts } from '../letter-facts';
import { type Notice } from '../notice';
import { reach, toColleague, toFamily, withDay } from '../wording';

const agreed = ({ stage }: LetterFacts) => stage === 'agreed';

/** The decision on a section 19 request, in writing and with its reasons. */
export const n15: Notice = {
  code: 'N-15',
  title: 'Decision about education',
  family: ['letter', 'email'],
  words: {
    family: (facts) =>
      toFamily(
        facts,
        agreed(facts) ? 'We will arrange education' : 'Our decision about education',
        agreed(facts)
          ? `We have decided that the council must arrange education for ${facts.child}.`
          : `We have decided that ${facts.child} can get the right education now, so the council will not arrange more.`,
        facts.reason && `Our reasons: ${facts.reason}`,
        agreed(facts) &&
          facts.hours !== undefined &&
          `We have agreed ${facts.hours} hours each week to begin with.`,
        agreed(facts) && facts.whyPartTime && `Why it is not full time: ${facts.whyPartTime}`,
        agreed(facts) && withDay(facts.dates['s19_start'], (day) => `It will start by ${day}.`),
        agreed(facts)
          ? 'We will look at it with you every six school weeks. We will ask if it is enough.'
          : withDay(
              facts.dates['s19_checkin'],
              (day) =>
                `We will ask how things are by ${day}. If things change before then, ring us and we will look again.`,
            ),
        'If you do not agree, tell us and we will look at it again. You can also use our complaints process. After that, you can go to the Ombudsman for councils (the Local Government and Social Care Ombudsman).',
        `For free advice that is on your side, go to the information, advice and support service (SENDIASS). You can ${reach(facts.sendiass)}.`,
      ),
    school: (facts) =>
      toColleague(
        facts,
        `${facts.reference}: decision about education`,
        agreed(facts)
          ? 'The council will arrange education for a child on your roll (Education Act 1996, section 19).'
          : 'The council will not arrange education for a child on your roll, because suitable education is there.',
        'The reasons and the hours are on the case.',
        agreed(facts)
          ? 'The child stays on your roll. Please send work and name an adult who stays in touch.'
          : 'Please tell us at once if what you offer changes.',
      ),
  },
};
