import { type Notice } from '../notice';
import { toColleague, toOfficer } from '../wording';

/** A safeguarding concern was flagged. */
export const n30: Notice = {
  code: 'N-30',
  title: 'Safeguarding concern flagged',
  words: {
    dsl: (facts) =>
      toColleague(
        facts,
        `${facts.reference}: please look today`,
        'A worker has flagged a concern on this case. The flag is not a referral.',
        'Please check that children’s social care has been told.',
      ),
    manager: (facts) =>
      toOfficer(
        facts,
        `${facts.reference}: a concern was flagged. Has social care been told?`,
        'The flag in Causeway is not a referral. Ring the worker and check that children’s social care knows.',
        'Messages to the family now wait for you to release them.',
      ),
  },
};
