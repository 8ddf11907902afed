import { schoolNamed } from '../people/schools';
import { FIVE, followed, type FollowedCase, toAdvice, toDraft } from './followed-case';

/** Assessments of her colleagues that have a story of their own: the worst of the board, and three of the last days. */
export const COLLEAGUES_CASES: readonly FollowedCase[] = [
  followed('Bruno Eastlake', 5, 'Quarry Bank Primary', {
    leg: 'advice',
    day: 236,
    officer: 'kit',
    child: { sex: 'M' },
    tell: (story) =>
      toAdvice(story)
        .answered(55, 'parent')
        .answered(61, 'school')
        .answered(70, 'health')
        .answered(68, 'social_care')
        .chased(90, 'ep')
        .chased(180, 'ep', 'Asked for the second time. The service will name a day.'),
  }),
  followed('Hamza Coverdale', 6, 'Copperfield Primary', {
    leg: 'final',
    day: 204,
    officer: 'kit',
    child: { sex: 'M' },
    tell: (story) =>
      toDraft(story).draft(168).heard(182).note(184, 'Family asked for changes to section F.'),
  }),
  followed('Freya Nordqvist', 7, 'Ashgrove High', {
    leg: 'advice',
    day: 198,
    officer: 'bronagh',
    child: { sex: 'F' },
    tell: (story) =>
      story
        .allocated(2)
        .listed(24)
        .agreed(40, [...FIVE, 'ot'])
        .answered(52, 'parent')
        .answered(63, 'school')
        .answered(70, 'health')
        .answered(75, 'social_care')
        .chased(120, 'ep')
        .chased(121, 'ot'),
  }),
  followed('Adunni Fairweather', 0, 'Fernhollow Primary', {
    leg: 'decide',
    day: 1,
    officer: 'petra',
    isFresh: true,
    tell: (story) => story,
  }),
  followed('Tomos Elderkin', 6, 'Ashcombe Juniors', {
    leg: 'advice',
    day: 34,
    officer: 'anneke',
    isFresh: true,
    child: { sex: 'M', need: 'ASD' },
    tell: (story) =>
      story
        .allocated(2)
        .listed(19)
        .agreed(33, [...FIVE, 'slt']),
  }),
  followed('Keira Lonsdale', 6, 'St Bride’s Primary', {
    leg: 'final',
    day: 103,
    officer: 'gwen',
    isFresh: true,
    child: { sex: 'F', need: 'SLCN' },
    tell: (story) =>
      toDraft(story)
        .draft(102)
        .consulted(102, [schoolNamed('Ashgrove High').urn, schoolNamed('Thornmere High').urn]),
  }),
  followed('Amina Thorsby', 9, 'Thornmere High', {
    leg: 'final',
    day: 229,
    officer: 'petra',
    child: { sex: 'F' },
  }),
  followed('Ines Hathersage', 1, 'St Bride’s Primary', {
    leg: 'draft',
    day: 187,
    officer: 'petra',
    child: { sex: 'F' },
  }),
  followed('Oskar Bellwether', 10, 'Saltmarsh Community School', {
    leg: 'final',
    day: 191,
    team: 'south',
    officer: 'marek',
    child: { sex: 'M' },
  }),
  followed('Lottie Prendergast', 4, 'Windle Brook Primary', {
    leg: 'draft',
    day: 218,
    team: 'south',
    officer: 'leila',
    child: { sex: 'F' },
    tell: (story) =>
      toDraft(story).also(
        176,
        'WORKER_LEFT',
        { handover: 'Sections A and B are drafted.' },
        'everard',
      ),
  }),
];
