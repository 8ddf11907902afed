import { longDay } from '@app/statutory-calendar';
import { type FamilySummary } from '../models';
import { heading, list, type Paper, text } from './paper';
import { paperFileName } from './sitting-words';

/** What a family or young person hears, in plain words and larger type. It is theirs, so nothing is stamped on it. */
export function familyPaper(summary: FamilySummary): Paper {
  const { sitting, childFirstName, ring } = summary;
  return {
    title: `What was decided for ${childFirstName}`,
    running: sitting.council,
    council: sitting.council,
    isMadeUp: sitting.isMadeUp,
    madeAt: summary.writtenAt,
    isLarge: true,
    fileName: paperFileName(sitting, 'summary'),
    blocks: [
      heading(1, `What was decided for ${childFirstName}`),
      text(`Dear ${summary.to}`),
      text(
        `People who can help ${childFirstName} met on ${longDay(sitting.day)}. This is what they decided.`,
      ),
      text(summary.decided, 'strong'),
      heading(2, 'Why'),
      text(summary.because),
      ...(summary.helps.length > 0
        ? [
            heading(2, 'What will happen'),
            list(summary.helps.map(({ what, who, by }) => `${what}. ${who}, by ${longDay(by)}.`)),
          ]
        : []),
      ...(summary.lookAgainOn
        ? [text(`We look at this again on ${longDay(summary.lookAgainOn)}.`)]
        : []),
      heading(2, 'If you do not agree'),
      text(summary.ifYouDisagree),
      heading(2, 'Who to ring'),
      text(`${ring.name}, ${ring.role}: ${ring.phone}`),
    ],
  };
}
