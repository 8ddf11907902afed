import { longDay } from '@app/statutory-calendar';
import { type SchoolFeedback } from '../models';
import { heading, type Paper, text } from './paper';
import { actionTable, listOrNone } from './tables-and-sections';
import { paperFileName, sittingName, watermarkOf } from './sitting-words';

/** What a school hears of its own item (N-16). */
export function feedbackPaper(feedback: SchoolFeedback): Paper {
  const { sitting, copy, school, about, ring } = feedback;
  return {
    title: `What was agreed at ${sittingName(sitting)}`,
    running: sittingName(sitting),
    council: sitting.council,
    watermark: watermarkOf(copy),
    isMadeUp: sitting.isMadeUp,
    madeAt: copy.takenAt,
    isLarge: false,
    fileName: paperFileName(sitting, 'feedback'),
    blocks: [
      heading(
        1,
        about === school ? `What we agreed with ${school}` : `What we agreed for ${about}`,
      ),
      text(`To ${copy.name}, ${school}.`),
      text(`Thank you for talking with us about ${about} on ${longDay(sitting.day)}.`),
      heading(2, 'What was agreed'),
      ...listOrNone(feedback.agreed, 'Nothing new was agreed.'),
      ...(feedback.actions.length > 0
        ? [heading(2, 'Who does what, and by when'), ...actionTable('Actions', feedback.actions)]
        : []),
      heading(2, 'When we look again'),
      text(
        feedback.lookAgainOn
          ? `We look at this again on ${longDay(feedback.lookAgainOn)}.`
          : 'We have not set a day to look at this again. Tell us if things change.',
      ),
      heading(2, 'Who to ring'),
      text(`${ring.name}, ${ring.role}: ${ring.phone}`),
    ],
  };
}
