import { type Notice } from '../notice';
import { list, reach, toFamily, withDay } from '../wording';

/** The draft plan goes to the family: SEND Regulations 2014, regulation 13(1). */
export const n52: Notice = {
  code: 'N-52',
  title: 'Draft plan',
  family: ['letter', 'email'],
  words: {
    family: (facts) =>
      toFamily(
        facts,
        'Your draft plan',
        `Here is the draft education, health and care plan for ${facts.child}. It is a draft, so please tell us what should change.`,
        withDay(
          facts.dates['reps_end'],
          (day) => `You have at least 15 days to tell us what you think. That time ends on ${day}.`,
        ) ??
          'You have at least 15 days to tell us what you think, counting the day on which it reaches you.',
        'In that time you can:',
        list(
          'tell us what is wrong or missing, in writing or by phone',
          'ask us to meet you, and we will find a day that suits you',
          'ask for a school or college to be named in the plan',
        ),
        'How to ask for a school: tell us its name. It may be a mainstream or a special school, an academy, or a college. It may be a non-maintained special school, or one approved under section 41. The draft names no school on purpose.',
        'We will then ask that school what it thinks. We must name the school you ask for unless one of three things is true:',
        list(
          'it would not suit your child’s age, ability or needs',
          'it would harm the education of others there',
          'it would not be a good use of public money',
        ),
        `For free advice that is on your side, go to the information, advice and support service (SENDIASS). You can ${reach(facts.sendiass)}.`,
      ),
  },
};
