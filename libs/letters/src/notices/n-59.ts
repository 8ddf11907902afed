import { type Notice } from '../notice';
import { reach, toColleague, toFamily } from '../wording';

/** After a review the council consults about ending the plan; nothing has ended. */
export const n59: Notice = {
  code: 'N-59',
  title: 'Thinking about ending the plan',
  family: ['letter', 'email'],
  words: {
    family: (facts) =>
      toFamily(
        facts,
        'We want to talk with you about the plan',
        `We have looked at the review. We are asking whether ${facts.child} still needs an education, health and care plan.`,
        facts.reason && `Why we ask: ${facts.reason}`,
        'Nothing has been decided. The plan is in force, and all the help in it goes on.',
        'We will ask you what you think before anybody decides. We will ring you, and we will also write.',
        `For free advice that is on your side, go to the information, advice and support service (SENDIASS). You can ${reach(facts.sendiass)}.`,
      ),
    school: (facts) =>
      toColleague(
        facts,
        `${facts.reference}: is the plan still needed?`,
        'After the review, the council asks whether the education, health and care plan is still needed. We will ask for your view.',
        'Nothing has been decided. Please go on with what section F sets out.',
      ),
  },
};
