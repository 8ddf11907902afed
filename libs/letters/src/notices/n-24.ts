import { andMore, digestLine } from '../digest-wording';
import { type ContactPoint, type DigestFacts, type DigestLine } from '../letter-facts';
import { type DigestNotice, type Words } from '../notice';
import { reach } from '../wording';

const CODE = 'N-24';
const TITLE = 'Actions that are due or late';

const listed = ({ lines, more }: DigestFacts, opening: string): string =>
  [opening, lines.map(digestLine).join('\n'), andMore(more)].filter(Boolean).join('\n\n');

/** To the officer who has the actions: one line each. */
export const n24: DigestNotice = {
  code: CODE,
  title: TITLE,
  words: (facts) => ({
    subject: facts.lines.length === 1 ? 'An action of yours is late' : 'Actions of yours are late',
    body: listed(
      facts,
      'The day for these has passed. Record each as done, or say why it cannot be done:',
    ),
  }),
};

/** To the officer who has an action, 3 working days before its day. */
export const n24Soon: DigestNotice = {
  code: CODE,
  title: TITLE,
  words: (facts) => ({
    subject: 'An action of yours is due soon',
    body: listed(facts, 'This is due soon. Record it as done, or say why it cannot be done:'),
  }),
};

/** To the manager of those who have them, 5 working days on. */
export const n24ToManager: DigestNotice = {
  code: CODE,
  title: TITLE,
  words: (facts) => ({
    subject: 'Actions that have been late for a week',
    body: listed(facts, 'These were due 5 working days ago or more, and are not done:'),
  }),
};

/** To somebody without an account: no name and no detail of the child. */
export const n24Outside = (facts: {
  readonly reader: string;
  readonly council: string;
  readonly line: DigestLine;
  readonly contact: ContactPoint;
}): Words => ({
  subject: facts.line.overdue
    ? 'An action that was agreed is late'
    : 'An action that was agreed is due soon',
  body: [
    `Hello ${facts.reader}`,
    facts.line.overdue
      ? 'The day has passed for something that you agreed to do:'
      : 'Something that you agreed to do is due soon:',
    digestLine(facts.line),
    `Tell us how it stands: ${reach(facts.contact)}.`,
    facts.council,
  ].join('\n\n'),
});
