import { type DigestNotice } from '../notice';
import { andMore, digestLine } from '../digest-wording';

/** Cases that nobody holds after 5 working days. */
export const n20: DigestNotice = {
  code: 'N-20',
  title: 'Cases without a worker',
  words: ({ lines, more }) => ({
    subject:
      lines.length + more === 1
        ? '1 case still has no worker'
        : `${lines.length + more} cases still have no worker`,
    body: [
      'These cases are past the day by which they need a worker:',
      lines.map(digestLine).join('\n'),
      andMore(more),
    ]
      .filter(Boolean)
      .join('\n\n'),
  }),
};
