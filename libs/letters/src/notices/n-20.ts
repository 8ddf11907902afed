import { type DigestNotice } from '../notice';
import { digestLine } from '../digest-wording';

/** Cases that nobody holds after 5 working days. */
export const n20: DigestNotice = {
  code: 'N-20',
  title: 'Cases without a worker',
  words: ({ lines }) => ({
    subject:
      lines.length === 1
        ? '1 case still has no worker'
        : `${lines.length} cases still have no worker`,
    body: [
      'These cases have waited 5 working days or more for a worker:',
      lines.map(digestLine).join('\n'),
    ].join('\n\n'),
  }),
};
