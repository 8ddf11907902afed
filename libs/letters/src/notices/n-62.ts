import { andMore, digestLine } from '../digest-wording';
import { type DigestLine } from '../letter-facts';
import { type DigestNotice } from '../notice';

const count = (lines: readonly DigestLine[], words: string) => `${lines.length} ${words}`;

/** What is due soon or late, once a day: one digest, never one message each. */
export const n62: DigestNotice = {
  code: 'N-62',
  title: 'What is due',
  words: ({ lines, more }) => {
    const late = lines.filter(({ overdue }) => overdue);
    const soon = lines.filter(({ overdue }) => !overdue);
    const parts = [late.length && count(late, 'late'), soon.length && count(soon, 'due soon')];
    return {
      subject: `What is due: ${parts.filter(Boolean).join(', ')}`,
      body: [
        late.length > 0 && `Late, most urgent first:\n${late.map(digestLine).join('\n')}`,
        soon.length > 0 && `Due soon:\n${soon.map(digestLine).join('\n')}`,
        andMore(more),
      ]
        .filter(Boolean)
        .join('\n\n'),
    };
  },
};
