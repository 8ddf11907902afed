import { andMore, digestLine } from '../digest-wording';
import { type ContactPoint, type DigestLine, type LetterFacts } from '../letter-facts';
import { type DigestNotice, type Notice, type Words } from '../notice';
import { reach, toColleague, withDay } from '../wording';

const isLate = ({ dates, writtenOn }: LetterFacts) =>
  (dates['advice_due'] ?? writtenOn) < writtenOn;

/** Advice due, or late. Also sent when an officer chases it. */
export const n64: Notice = {
  code: 'N-64',
  title: 'Advice due or late',
  words: {
    advisers: (facts) =>
      toColleague(
        facts,
        `${facts.reference}: your advice ${isLate(facts) ? 'was due' : 'is due soon'}`,
        facts.adviceOf && `Advice asked for: ${facts.adviceOf}.`,
        withDay(facts.dates['advice_due'], (day) =>
          isLate(facts)
            ? `It was due on ${day}, and we do not have it yet.`
            : `It is due on ${day}.`,
        ),
        'A family is waiting for this. If something stands in the way, tell us now and we will try to help.',
      ),
  },
};

/** To whoever leads the service, 5 working days on: one message for all that is late. No name and no detail of a child. */
export const n64ToLead = ({
  service,
  lines,
  contact,
  council,
}: {
  /** In words, at the start of a sentence: 'Educational psychology'. */
  readonly service: string;
  readonly lines: readonly DigestLine[];
  readonly contact: ContactPoint;
  readonly council: string;
}): Words => ({
  subject: `${service}: advice for needs assessments is late`,
  body: [
    'Hello',
    `${service}: we asked for this advice, and its day was 5 working days ago or more.`,
    lines.map(digestLine).join('\n'),
    'The law gives six weeks for it, and families are waiting. Please see that it is sent, or tell us what stands in the way.',
    `Questions? You can ${reach(contact)}.`,
    `${contact.name}\n${council}`,
  ].join('\n\n'),
});

/** To the council’s own managers, for a service whose lead has no address in the settings. */
export const n64ToManager: DigestNotice = {
  code: n64.code,
  title: n64.title,
  words: ({ lines, more }) => ({
    subject: 'Advice is late, and we know no address of whoever leads the service',
    body: [
      'The day for this advice was 5 working days ago or more. Ring the service:',
      lines.map(digestLine).join('\n'),
      andMore(more),
    ]
      .filter(Boolean)
      .join('\n\n'),
  }),
};
