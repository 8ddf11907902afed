import { type LetterFacts } from '../letter-facts';
import { type Notice } from '../notice';
import { toColleague, toOfficer, withDay } from '../wording';

const ended = ({ dates }: LetterFacts) =>
  withDay(dates['ptt_end'], (day) => `It was agreed until ${day}.`);

/** A part-time timetable has gone past its last day. */
export const n25: Notice = {
  code: 'N-25',
  title: 'Part-time timetable past its end',
  words: {
    school: (facts) =>
      toColleague(
        facts,
        `${facts.reference}: part-time timetable past its last day`,
        'For the attention of the head teacher: a child at your school is still on a part-time timetable.',
        ended(facts),
        'Every child of school age has a right to full-time education. A part-time timetable needs the parent’s agreement and an end date.',
        'Please end it now, or ask us to agree a new end date. Ring us if we can help with the return.',
      ),
    manager: (facts) =>
      toOfficer(
        facts,
        `${facts.reference}: part-time timetable past its last day`,
        'A child is still on a part-time timetable after its last day. The school has been asked to end it or to agree a new date.',
        ended(facts),
      ),
  },
};
