import { type LetterFacts } from '../letter-facts';
import { type Notice } from '../notice';
import { large, list, toColleague, toFamily } from '../wording';

const WHY: Readonly<Record<string, (facts: LetterFacts) => string>> = {
  AGREEMENT_REFUSED: () =>
    'Thank you for telling us that you do not want the place. We have taken your name off our list.',
  AGREEMENT_TIMEOUT: ({ child }) =>
    `We held a place for ${child}. We did not hear from you, so another child now has it. You have done nothing wrong, and you can still ask us for help.`,
  WAITLIST_CLOSED: ({ child }) =>
    `We are sorry. ${large(child)} was on our waiting list, and no place came free before the list closed.`,
};
const looked = ({ child }: LetterFacts) =>
  `People who know about moving school have looked at what ${child} needs. They think that the school’s own plans are the right help for now.`;

/** What helps with each move, for the family and for those who plan it. */
interface Move {
  readonly subject: string;
  readonly helpers: string;
  readonly forFamily: readonly string[];
  readonly forSchool: readonly string[];
}

const TO_SECONDARY: Move = {
  subject: 'Help with the move to secondary school',
  helpers: 'The school',
  forFamily: [
    'a visit to the new school on a quiet day',
    'one adult there whose name they know',
    'trying out the way to school in the holidays',
  ],
  forSchool: [
    'a quiet visit to the new school',
    'a named adult there',
    'a short profile written with the child',
  ],
};
const OTHER_MOVES: Readonly<Record<string, Move>> = {
  ey_transition: {
    subject: 'Help with the start at school',
    helpers: 'The setting and the new school',
    forFamily: [
      'a visit to the school on a quiet day',
      'photos of the class and of the adults',
      'trying out the lunch box, the coat and the way to school',
    ],
    forSchool: [
      'your report on what helps the child, sent before the summer',
      'a visit by the teacher to your setting',
      'a photo book for the holidays',
    ],
  },
  post16_transition: {
    subject: 'Help with the next step after Year 11',
    helpers: 'The school',
    forFamily: [
      'a taster day at the college or with the employer',
      'one adult there whose name they know',
      'trying out the bus or the train before September',
    ],
    forSchool: [
      'a talk with a careers adviser',
      'a taster day at the next setting',
      'a short profile that the young person has written',
    ],
  },
};
const moveOf = ({ pathway }: LetterFacts) => OTHER_MOVES[pathway] ?? TO_SECONDARY;

/** Not taken on to the programme. */
export const n02: Notice = {
  code: 'N-02',
  title: 'Not taken on to the programme',
  family: ['email', 'letter'],
  onlyIfAware: true,
  words: {
    family: (facts) =>
      toFamily(
        facts,
        moveOf(facts).subject,
        (WHY[facts.event] ?? looked)(facts),
        facts.event === 'PANEL_DECLINED' && facts.reason && `The reason they gave: ${facts.reason}`,
        'These things help many children:',
        list(...moveOf(facts).forFamily),
        `${moveOf(facts).helpers} can help with all of these. If things change, you or the school can come back to us at any time.`,
      ),
    school: (facts) =>
      toColleague(
        facts,
        `${facts.reference}: not on the transition programme`,
        'A child you told us about will not join the transition programme this year.',
        facts.event === 'PANEL_DECLINED' && facts.reason && `The panel’s reason: ${facts.reason}`,
        'Your own plans for the move are the right help for now. Ideas that work for many children:',
        list(...moveOf(facts).forSchool),
        'If things change, nominate the child again.',
      ),
  },
};
