import { type Adviser } from '@app/pathways';
import { type Wanted } from '../people/register';
import { schoolNamed } from '../people/schools';
import { type Leg } from './board';
import { type EhcStory } from './story';

/** A child whom the pages of this handbook follow: a name, a place on the board and a story of their own. */
export interface Hero {
  readonly child: Wanted;
  readonly leg: Leg;
  readonly day: number;
  readonly team: 'north' | 'south';
  readonly officer: string | null;
  /** Something happened to it in the last working days, and its letters are on their way. */
  readonly isFresh?: true;
  /** Told instead of what chance would tell. */
  readonly tell?: (story: EhcStory) => EhcStory;
}

const FIVE: readonly Adviser[] = ['parent', 'school', 'ep', 'health', 'social_care'];

const hero = (
  name: string,
  year: number,
  school: string,
  rest: Omit<Hero, 'child' | 'team'> & { readonly child?: Partial<Wanted>; team?: Hero['team'] },
): Hero => ({
  team: 'north',
  ...rest,
  child: { name, year, sen: 'K', school: schoolNamed(school), flags: [], ...rest.child },
});

const toAdvice = (story: EhcStory) => story.allocated(2).listed(24).agreed(39, FIVE);
const toDraft = (story: EhcStory) =>
  toAdvice(story)
    .answered(50, 'parent')
    .answered(63, 'school')
    .answered(66, 'social_care')
    .answered(70, 'health')
    .answered(74, 'ep')
    .allIn(78)
    .planAgreed(86);

/** Assessments that Tamsin and her colleagues have at hand; the rest of the board is made by chance. */
export const HEROES: readonly Hero[] = [
  hero('Ellis Marwood', 4, 'Larkfield Primary', {
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
  hero('Idris Vale', 2, 'Coldwater Primary', {
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
  hero('Zofia Kettleby', 8, 'Oakmere School', {
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
  hero('Nia Harcastle', -1, 'Little Ferns Infant and Nursery', {
    leg: 'draft',
    day: 119,
    officer: 'tamsin',
    child: { sex: 'F', need: 'SLD' },
    tell: (story) =>
      toDraft(story).note(115, 'Draft is written. Petra has it for the quality check.'),
  }),
  hero('Caleb Winterbourne', 11, 'Hollin Bank Academy', {
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
  hero('Wilf Garrowby', 3, 'Heron Marsh Primary', {
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
  hero('Bruno Eastlake', 5, 'Quarry Bank Primary', {
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
  hero('Hamza Coverdale', 6, 'Copperfield Primary', {
    leg: 'final',
    day: 204,
    officer: 'kit',
    child: { sex: 'M' },
    tell: (story) =>
      toDraft(story).draft(168).heard(182).note(184, 'Family asked for changes to section F.'),
  }),
  hero('Freya Nordqvist', 7, 'Ashgrove High', {
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
  hero('Adunni Fairweather', 0, 'Fernhollow Primary', {
    leg: 'decide',
    day: 1,
    officer: 'petra',
    isFresh: true,
    tell: (story) => story,
  }),
  hero('Tomos Elderkin', 6, 'Ashcombe Juniors', {
    leg: 'advice',
    day: 34,
    officer: 'anneke',
    isFresh: true,
    child: { sex: 'M', need: 'ASD' },
    tell: (story) => story.allocated(2).listed(19).agreed(33, [...FIVE, 'slt']),
  }),
  hero('Keira Lonsdale', 6, 'St Bride’s Primary', {
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
  hero('Amina Thorsby', 9, 'Thornmere High', {
    leg: 'final',
    day: 229,
    officer: 'petra',
    child: { sex: 'F' },
  }),
  hero('Ines Hathersage', 1, 'St Bride’s Primary', {
    leg: 'draft',
    day: 187,
    officer: 'petra',
    child: { sex: 'F' },
  }),
  hero('Oskar Bellwether', 10, 'Saltmarsh Community School', {
    leg: 'final',
    day: 191,
    team: 'south',
    officer: 'marek',
    child: { sex: 'M' },
  }),
  hero('Lottie Prendergast', 4, 'Windle Brook Primary', {
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
