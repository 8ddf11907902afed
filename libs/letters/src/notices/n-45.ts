import { type CalendarDay, londonDay, longDay } from '@app/statutory-calendar';
import { type LetterFacts } from '../letter-facts';
import { type Notice, type Words } from '../notice';
import { aboutSitting, type SittingLetter } from '../sitting-words';
import { toColleague, toOfficer, withDay } from '../wording';

const school = (facts: LetterFacts) =>
  toColleague(
    facts,
    `${facts.reference}: we need your school’s part`,
    'For the attention of the head and the trust.',
    'A child we support needs your school to take part: to come to a meeting, to share what it knows, or to answer. This has not happened yet.',
    'Schools and the council have a duty to work together for children with special educational needs (Children and Families Act 2014, sections 28 and 29).',
    withDay(
      facts.dates['school_taken_up'],
      (day) => `Please agree the next step with us by ${day}.`,
    ),
    'We can come to you, meet online, or talk to whoever knows the child best.',
  );

const lead = (facts: LetterFacts) =>
  toOfficer(
    facts,
    `${facts.reference}: a school’s part is missing`,
    'A school has not answered, come to a meeting or shared what is needed. The head and the trust have been asked.',
    withDay(facts.dates['school_taken_up'], (day) => `Please settle it with them by ${day}.`),
  );

/** A school does not attend or share. */
export const n45: Notice = {
  code: 'N-45',
  title: 'A school’s part is missing',
  words: {
    school,
    destination_school: school,
    host_school: school,
    transition_lead: lead,
    manager: lead,
  },
};

/** To the school of an item whose papers or whose person did not come: the duty to work together, and an offer. */
export const n45Sitting = (
  letter: SittingLetter,
  { lacks, reference, by }: { lacks: 'papers' | 'person'; reference: string; by: CalendarDay },
): Words =>
  aboutSitting(
    letter,
    `${reference}: we need your school’s part`,
    'For the attention of the head and the trust.',
    lacks === 'papers'
      ? `${letter.panel} asked for your school’s papers, and we do not have them yet.`
      : `${letter.panel} talked about your school’s item on ${longDay(londonDay(letter.from))}, and nobody from the school was there.`,
    'Schools and the council have a duty to work together for children with special educational needs (Children and Families Act 2014, sections 28 and 29).',
    `Please agree the next step with us by ${longDay(by)}. We can come to you, meet online, or talk to whoever knows the child best.`,
  );
