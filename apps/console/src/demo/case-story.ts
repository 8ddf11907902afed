import { type CalendarDay, isYoungPerson } from '@app/statutory-calendar';
import { type DemoNote, inOrder, type Journey, type Origin, type Step } from './journey';
import { type DemoChild } from './people/child';
import { type TeamKey } from './people/officers';
import { type Support } from './support/support';

/** Who a case is about and who works on it. */
export interface CaseCast {
  readonly pathway: string;
  readonly child: DemoChild;
  readonly team: TeamKey;
  /** Records everything that names nobody else. */
  readonly worker: string;
}

/** Who gives the cases of a team to workers. */
const GIVERS: Readonly<Record<TeamKey, string>> = {
  transition: 'ruben',
  north: 'marguerite',
  south: 'everard',
  inclusion: 'marguerite',
  reviews: 'marguerite',
  placement: 'marguerite',
};

type Payload = Step['payload'];

/** Tells what happened to one case of any pathway, day by day. Days that have not come yet are left out. */
export class CaseStory {
  private opening: Step | undefined;
  private readonly steps: Step[] = [];
  private readonly notes: DemoNote[] = [];
  private origin: Origin | undefined;
  private support: Support | undefined;

  constructor(
    private readonly cast: CaseCast,
    private readonly today: CalendarDay,
  ) {}

  opened(on: CalendarDay, type: string, payload?: Payload, by = this.cast.worker): this {
    this.opening = { on, type, by, ...(payload && { payload }) };
    return this;
  }

  then(on: CalendarDay, type: string, payload?: Payload, by = this.cast.worker): this {
    this.steps.push({ on, type, by, ...(payload && { payload }) });
    return this;
  }

  /** The last thing told went out as it came: with its messages, tasks and referrals. */
  live(): this {
    const last = this.steps.pop();
    if (last) this.steps.push({ ...last, live: true });
    return this;
  }

  /** The case gets its worker. */
  given(on: CalendarDay, weight = '1'): this {
    const payload = {
      workerId: `@${this.cast.worker}`,
      weight,
      overrideReason: 'Agreed in the team meeting',
    };
    return this.then(on, 'ALLOCATED', payload, GIVERS[this.cast.team]);
  }

  /** Whoever decides agrees: a parent, the council that holds parental responsibility, or the young person. */
  agreed(on: CalendarDay): this {
    return this.then(on, 'CONSENT_GIVEN', {
      ...whoDecides(this.cast.child, on),
      evidence: 'Form on file',
    });
  }

  note(on: CalendarDay, text: string): this {
    this.notes.push({ on, by: this.cast.worker, text });
    return this;
  }

  cameFrom(origin: Origin | undefined): this {
    this.origin = origin;
    return this;
  }

  supported(support: Support): this {
    this.support = support;
    return this;
  }

  journey(): Journey {
    const { pathway, child, team } = this.cast;
    if (!this.opening) throw new Error('A story begins with its opening');
    const has = <T extends { on: CalendarDay }>(all: readonly T[]) =>
      inOrder(all.filter(({ on }) => on <= this.today));
    return {
      child,
      pathway,
      team,
      opening: this.opening,
      steps: has(this.steps),
      notes: has(this.notes),
      ...(this.origin && { cameFrom: this.origin }),
      ...(this.support && { support: this.support }),
    };
  }
}

function whoDecides({ dob, contacts, forename }: DemoChild, on: CalendarDay) {
  if (isYoungPerson(dob, on)) return { giver: 'young_person', giverName: forename };
  const [contact] = contacts;
  return contact?.hasPr === 'yes'
    ? { giver: 'parent', giverName: contact.name }
    : { giver: 'social_worker', giverName: 'Social worker of the council' };
}
