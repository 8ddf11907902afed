import { schoolNamed } from '../people/schools';
import { FIVE, followed, type FollowedCase, toDraft } from './followed-case';

/** The assessments that Tamsin has at hand. */
export const TAMSINS_CASES: readonly FollowedCase[] = [
  followed('Ellis Marwood', 4, 'Larkfield Primary', {
    child: { language: 'Polish', motherName: 'Ewa', flags: ['medical'], need: 'SLCN', sex: 'M' },
    leg: 'advice',
    day: 100,
    officer: 'tamsin',
    tell: (story) =>
      story
        .allocated(2)
        .listed(24)
        .agreed(39, FIVE, 43)
        .answered(50, 'parent')
        .alsoAsked(59, 'slt')
        .answered(66, 'school')
        .answered(71, 'social_care')
        .answered(92, 'health')
        .chased(93, 'ep', 'Report is drafted. A second visit to school is needed.')
        .note(
          93,
          'Mum prefers calls after 3pm. School say mornings are calmer since the quiet start.',
        )
        .note(60, 'Speech therapist will see Ellis at school and not at the clinic.'),
  }),
  followed('Idris Vale', 2, 'Coldwater Primary', {
    leg: 'decide',
    day: 42,
    officer: 'tamsin',
    child: { sex: 'M', need: 'ASD' },
    tell: (story) =>
      story
        .allocated(1)
        .listed(20)
        .note(37, 'Panel advised to assess. The letter is ready to send.'),
  }),
  followed('Zofia Kettleby', 8, 'Oakmere School', {
    leg: 'final',
    day: 137,
    officer: 'tamsin',
    child: { sex: 'F', need: 'SEMH' },
    tell: (story) =>
      toDraft(story)
        .draft(113)
        .fifteenDaysEnded(113)
        .consulted(123, [schoolNamed('Oakmere School').urn])
        .note(
          130,
          'Oakmere has the papers. The plan can name a type of school if no answer comes.',
        ),
  }),
  followed('Nia Harcastle', -1, 'Little Ferns Infant and Nursery', {
    leg: 'draft',
    day: 119,
    officer: 'tamsin',
    child: { sex: 'F', need: 'SLD' },
    tell: (story) =>
      toDraft(story).note(115, 'Draft is written. Petra has it for the quality check.'),
  }),
  followed('Caleb Winterbourne', 11, 'Hollin Bank Academy', {
    leg: 'advice',
    day: 75,
    officer: 'tamsin',
    child: { sex: 'M', need: 'ASD' },
    tell: (story) =>
      story
        .allocated(3)
        .listed(21)
        .agreed(38, [...FIVE, 'pfa'])
        .answered(52, 'parent')
        .answered(60, 'school')
        .answered(71, 'health')
        .note(
          72,
          'Paediatric advice came. Check that it says enough about sleep before it is used.',
        ),
  }),
  followed('Wilf Garrowby', 3, 'Heron Marsh Primary', {
    leg: 'final',
    day: 221,
    officer: 'tamsin',
    child: { sex: 'M' },
    tell: (story) =>
      toDraft(story)
        .draft(150)
        .fifteenDaysEnded(150)
        .note(200, 'Panel put off twice. It need not wait for the panel.'),
  }),
];
