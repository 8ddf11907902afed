import { addDays, type CalendarDay } from '@app/statutory-calendar';
import { type Journey } from '../journey';
import { diceOf, type Scene, storyOf } from '../scene';
import { packageLines } from './lines';

type Place = 'drafting' | 'proposed' | 'agreed' | 'running' | 'change_proposed' | 'returning';

/** Where a package stands, and the working days for which it has. */
const PARTS: readonly (readonly [place: Place, days: number, name?: string])[] = [
  ['drafting', 6, 'Marisol Highmoor'],
  ['proposed', 4],
  ['running', 22, 'Eben Stonegate'],
  ['running', 48],
  ['change_proposed', 3],
  ['returning', 10, 'Selma Whitcliffe'],
];
const TOOK: Readonly<Record<Place, number>> = {
  drafting: 0,
  proposed: 10,
  agreed: 18,
  running: 24,
  change_proposed: 40,
  returning: 54,
};

/** Education otherwise than at school; one package was asked for by the placement panel. */
export function eotasCases(scene: Scene, asked: Journey): Journey[] {
  const agreed = asked.steps.find(({ type }) => type === 'AGREED')?.on ?? scene.time.today;
  const fromPanel = told(scene, ['agreed', 2], PARTS.length, { journey: asked, on: agreed });
  return [...PARTS.map((part, at) => told(scene, part, at)), fromPanel];
}

function told(
  scene: Scene,
  [place, days, name]: (typeof PARTS)[number],
  at: number,
  asked?: { readonly journey: Journey; readonly on: CalendarDay },
): Journey {
  const { time, register } = scene;
  const dice = diceOf(scene, `otherwise ${at}`);
  const child =
    asked?.journey.child ??
    register.add({ year: dice.whole(5, 10), sen: 'E', ...(name && { name }) });
  const on = (taken: number) => time.workingBack(days + TOOK[place] - taken);
  const opened = asked && asked.on > on(0) ? asked.on : on(0);
  const later = (day: CalendarDay) => (day < opened ? opened : day);
  const lines = packageLines(later(on(TOOK.running)), time.today);
  const story = storyOf(scene, {
    pathway: 'eotas_package',
    child,
    team: 'placement',
    worker: 'desmond',
  })
    .opened(opened, 'EOTAS_CONSIDERED', {
      route: asked ? 'panel' : dice.pick(['review', 'family']),
      planCase: 'Plan on file',
    })
    .given(opened)
    .cameFrom(
      asked && {
        journey: asked.journey,
        step: 'AGREED',
        because: 'Education otherwise than at school was agreed',
      },
    );
  const has = (other: Place) => TOOK[place] >= TOOK[other];
  const consulted = { familyConsultedOn: addDays(later(on(TOOK.proposed)), -3), lines };
  if (has('proposed')) story.then(later(on(TOOK.proposed)), 'PACKAGE_PROPOSED', consulted);
  if (has('agreed')) story.then(later(on(TOOK.agreed)), 'PACKAGE_AGREED', undefined, 'gideon');
  if (has('running')) story.then(on(TOOK.running), 'PROVISION_STARTED');
  if (place === 'change_proposed')
    story.then(on(TOOK.change_proposed), 'CHANGE_PROPOSED', {
      lines,
      reason: 'The tutor can give two hours more from next month',
    });
  if (place === 'returning')
    story.then(on(TOOK.returning), 'REVIEW_HELD', {
      next: 'return',
      progress: 'Goes to the library group twice a week and stays to the end.',
    });
  return story.journey();
}
