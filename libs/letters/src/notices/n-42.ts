import { type LetterFacts } from '../letter-facts';
import { type Notice } from '../notice';
import { toColleague, toFamily, toOfficer } from '../wording';

const due = ({ pathway }: LetterFacts) =>
  pathway === 'post16_transition'
    ? 'A young person who was due to start with you'
    : 'A child who was due to start Year 7';

const school = (facts: LetterFacts) =>
  toColleague(
    facts,
    `${facts.reference}: somebody has not arrived`,
    `${due(facts)} is not on roll, or has not been seen. We are ringing them today.`,
    'Please ring us with anything you know, even if it is small.',
  );

/** Not arrived in September. The worker rings the family first. */
export const n42: Notice = {
  code: 'N-42',
  title: 'Not arrived in September',
  family: ['email', 'letter'],
  words: {
    family: (facts) =>
      toFamily(
        facts,
        'We would like to hear from you',
        'The new term has begun, and the school has not seen your child yet. We hope that you are all well.',
        'Starting a new school can be hard. If something is in the way, we want to help you with it.',
        'We have tried to ring you, or we will today. You can ring us too.',
      ),
    young_person: (facts) =>
      toFamily(
        facts,
        'We would like to hear from you',
        'The new term has begun, and we do not know yet what you are doing. We hope that you are well.',
        'Plans change, and that is all right. If you want another course, a job with training, or a bit more time, we can help.',
        'We have tried to ring you, or we will today. You can ring us too.',
      ),
    school,
    destination_school: school,
    transition_lead: (facts) =>
      toOfficer(
        facts,
        `${facts.reference}: not arrived`,
        'Nobody has arrived at the new school or setting. The worker is ringing the family and the school today.',
      ),
  },
};
