import { type CaseFile, type WhyDate } from '@app/casework';
import { heading, list, type Paper, text } from '@app/panels';
import { isYoungPerson, londonDay, longDay, plainDay } from '@app/statutory-calendar';

/** What a letter about a date says, in the order in which it says it. */
function partsOf({ line, sentence, steps, rule, moved, wouldChange }: WhyDate) {
  const { clock, lastWorkingDay, label } = line;
  return {
    day: `${label}: ${longDay(clock.dueOn)}.`,
    work:
      lastWorkingDay === clock.dueOn
        ? undefined
        : `The last working day before it is ${longDay(lastWorkingDay)}.`,
    sentence: `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`,
    moved: moved.map(
      ({ at, from }) =>
        `We corrected it on ${plainDay(londonDay(at))}. Before that we had it as ${longDay(from)}.`,
    ),
    steps: steps.map(({ text: said, result }) =>
      result && !SIZE.test(result) ? `${said} ${result}.` : said,
    ),
    source:
      clock.basis === 'local'
        ? `This date is an aim of the council, not law (${rule.source}).`
        : `The law: ${rule.source}.`,
    changes: wouldChange,
  };
}

/** '+ 20 weeks (140 days)': a sum for a page, and said in words already. */
const SIZE = /^[+−]/;

/** Why a date is what it is, in plain text for a letter or an e-mail to a family: no names, no codes. */
export function letterText(reference: string, why: WhyDate): string {
  const { day, work, moved, sentence, steps, source, changes } = partsOf(why);
  const sum = steps.map((step, at) => `${at + 1}. ${step}`);
  return [
    `Our reference: ${reference}`,
    day,
    ...(work ? [work] : []),
    ...moved,
    sentence,
    `This is how we worked it out.\n${sum.join('\n')}`,
    source,
    `What would change this date:\n${changes.map((one) => `- ${one}`).join('\n')}`,
  ].join('\n\n');
}

interface Sender {
  readonly council: string;
  readonly isMadeUp: boolean;
  readonly now: Date;
  readonly today: string;
}

/** The same as a letter to the family, or to the young person. It is theirs: nothing is stamped on it. */
export function letterPaper(
  file: Pick<CaseFile, 'reference' | 'forename' | 'dob'>,
  why: WhyDate,
  { council, isMadeUp, now, today }: Sender,
): Paper {
  const { day, work, moved, sentence, steps, source, changes } = partsOf(why);
  const title = `Why this date: ${why.line.label}`;
  return {
    title,
    running: `${council}. Our reference ${file.reference}`,
    council,
    isMadeUp,
    madeAt: now,
    isLarge: true,
    fileName: `why-this-date-${file.reference}`,
    blocks: [
      heading(1, title),
      text(`${plainDay(today)}. Our reference: ${file.reference}`),
      text(`Dear ${isYoungPerson(file.dob, today) ? file.forename : 'parent or carer'}`),
      text(
        `You asked why this date is what it is for ${file.forename}. This is how we worked it out.`,
      ),
      text([day, work].filter(Boolean).join(' '), 'strong'),
      ...moved.map((once) => text(once)),
      text(sentence),
      heading(2, 'How we worked it out'),
      list(steps),
      text(source),
      heading(2, 'What would change this date'),
      list(changes),
      heading(2, 'If you think it is wrong'),
      text(
        'Tell us what we have not got right, and we look at it again. SENDIASS gives free and impartial advice, and its advisers are not ours.',
      ),
    ],
  };
}
