import { type LetterFacts } from '../letter-facts';
import { type Notice } from '../notice';
import { toColleague, toFamily, toOfficer, withDay } from '../wording';

/** The day by which somebody looks at it: each pathway names its own clock. */
const lookedAtBy = ({ dates }: LetterFacts) =>
  dates['triage_sla'] ??
  dates['eligibility_sla'] ??
  dates['screen_sla'] ??
  dates['health_triage'] ??
  dates['ey_screen'];

/** A referral is in. */
export const n06: Notice = {
  code: 'N-06',
  title: 'Referral received',
  family: ['email', 'letter'],
  onlyIfAware: true,
  words: {
    family: (facts) =>
      toFamily(
        facts,
        'We have been asked to help',
        `We have been asked to help ${facts.child}. You can use our reference whenever you ring us.`,
        withDay(lookedAtBy(facts), (day) => `We will read it and decide the next step by ${day}.`),
        'We will then write to you. If things get worse before then, ring us.',
      ),
    referrer: (facts) =>
      toOfficer(
        facts,
        `${facts.reference}: referral received`,
        'Thank you. Your referral is in.',
        withDay(lookedAtBy(facts), (day) => `We will decide the next step by ${day}.`),
      ),
    health: (facts) =>
      toColleague(
        facts,
        `${facts.reference}: your notification has arrived`,
        'Thank you for telling us about a child who may need more help (Children and Families Act 2014, section 23).',
        withDay(lookedAtBy(facts), (day) => `We will decide what follows by ${day}.`),
        'Please make sure that the parent knows, and has had a chance to talk about it with you.',
      ),
    school: (facts) =>
      toColleague(
        facts,
        `${facts.reference}: referral received`,
        'We have a referral for a child at your school.',
        withDay(lookedAtBy(facts), (day) => `We will decide the next step by ${day}.`),
        'Please keep your own plans going until you hear from us.',
      ),
  },
};
