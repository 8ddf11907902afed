import { addDays } from '@app/statutory-calendar';
import { type Dice } from '../dice';
import { type DemoChild } from '../people/child';
import { VISITS, VOICES } from '../texts';
import { type SchoolTime } from '../y6/school-time';
import { AIMS, type Aim } from './aims';
import { type Support } from './support';

interface About {
  readonly time: SchoolTime;
  readonly worker: string;
  readonly child: DemoChild;
  /** School days since support began. */
  readonly days: number;
  readonly about: keyof typeof AIMS;
}

/** What a worker keeps on a case in the middle of support: a plan, visits, actions (one late), measures and views. */
export function everyday({ time, worker, child, days, about }: About, dice: Dice): Support {
  const aim = AIMS[about];
  const start = Math.max(days, 3);
  const by = worker;
  const first = time.back(start);
  const mother = child.contacts[0]?.name ?? 'A parent';
  return {
    plans: [{ on: first, by, form: planOf(aim, time) }],
    visits: [
      ...[start - 1, Math.ceil(start / 2)].map((ago) => ({
        on: time.back(ago),
        by,
        form: visitOf(time.back(ago), 'done', dice.pick(VISITS)),
      })),
      { on: time.today, by, form: visitOf(addDays(time.today, 4), 'planned', aim.next) },
    ],
    actions: [
      { on: first, by, form: { text: aim.late, ownerId: `@${worker}`, dueOn: time.back(2) } },
      {
        on: first,
        by,
        form: { text: aim.soon, ownerId: `@${worker}`, dueOn: addDays(time.today, 5) },
      },
      {
        on: first,
        by,
        form: {
          text: aim.school,
          ownerName: 'SENCO of the school',
          ownerEmail: `senco@${child.urn}.example.org`,
          dueOn: addDays(time.today, 9),
        },
      },
    ],
    measures: [
      { on: first, by, form: measureOf(aim, 'baseline', first, aim.from) },
      { on: time.back(1), by, form: measureOf(aim, 'mid', time.back(1), aim.now) },
    ],
    views: [
      {
        on: first,
        by,
        form: { whose: 'child', onDay: first, how: 'talk', said: dice.pick(VOICES) },
      },
      {
        on: first,
        by,
        form: { whose: 'parent', person: mother, onDay: first, how: 'talk', said: aim.family },
      },
    ],
  };
}

function planOf(aim: Aim, time: SchoolTime) {
  return {
    strengths: aim.strengths,
    needs: aim.needs,
    outcomes: aim.outcomes.map((outcome, nth) => ({
      ...outcome,
      byWhen: addDays(time.today, 30 * (nth + 1)),
      who: 'Key adult at school',
      status: nth === 0 ? 'under_way' : 'later',
    })),
    reviewOn: addDays(time.today, 14),
    approval: 'not_asked',
  };
}

const visitOf = (onDay: string, state: 'done' | 'planned', note: string) => ({
  state,
  kind: state === 'planned' ? 'indirect_adult' : 'direct_child',
  onDay,
  place: 'School',
  ...(state === 'done' && { minutes: 45, attended: true }),
  note,
});

const measureOf = (aim: Aim, point: string, onDay: string, value: string) => ({
  instrument: aim.instrument,
  point,
  answeredBy: 'records',
  onDay,
  answers: [value],
});
