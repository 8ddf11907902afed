import { type Notice } from '../notice';
import { list, reach, toColleague, toFamily, withDay } from '../wording';

/** Consultation before a plan can end: SEND Regulations 2014, regulation 31(1). */
export const n60: Notice = {
  code: 'N-60',
  title: 'Your views: should the plan end?',
  family: ['letter', 'email'],
  words: {
    family: (facts) =>
      toFamily(
        facts,
        'Please tell us what you think about the plan',
        `We are thinking about ending the education, health and care plan for ${facts.child}. We want to know what you think first.`,
        'Please tell us:',
        list(
          'what has gone well, and which outcomes in the plan are met',
          'what help is still needed, and where it would come from',
          'what comes next: school, college, training or work',
          'whether the plan should go on, and why',
        ),
        withDay(facts.dates['consult'], (day) => `Please answer by ${day}, or ring us.`),
        'You can write, ring, or ask us to meet you. You can bring someone with you.',
        'Nothing has been decided. The plan is in force, and all the help in it goes on.',
        `For free advice that is on your side, go to the information, advice and support service (SENDIASS). You can ${reach(facts.sendiass)}.`,
      ),
    school: (facts) =>
      toColleague(
        facts,
        `${facts.reference}: should the plan end?`,
        'The council is thinking about ending an education, health and care plan, and asks for your view before it decides.',
        'Say which outcomes are met, what help is still needed, and what comes next.',
        withDay(facts.dates['consult'], (day) => `Please answer by ${day}.`),
        'The plan is in force meanwhile.',
      ),
  },
};
