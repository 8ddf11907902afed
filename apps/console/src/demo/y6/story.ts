import { addDays, type CalendarDay, ncYearOn } from '@app/statutory-calendar';
import { type Dice } from '../dice';
import { type DemoNote, inOrder, type Journey, type Step } from '../journey';
import { type DemoChild } from '../people/child';
import { GOALS, VISITS, VOICES } from '../texts';

export type Band = 'intensive' | 'targeted' | 'indirect';

/** What is known of a nominated child before anything has happened. */
export interface Nominee {
  readonly child: DemoChild;
  readonly cohort: string;
  readonly score: number;
  readonly band: Band;
  /** Settles a tie on the waiting list. */
  readonly drawn: number;
  /** URN of the secondary school the family hopes for. */
  readonly expected: string;
}

const WEIGHTS: Readonly<Record<Band, string>> = {
  intensive: '1.5',
  targeted: '1',
  indirect: '0.5',
};
const NOMINATORS = ['senco', 'senco', 'advisory_teacher', 'ep', 'ewo', 'vsh', 'parent'] as const;
const REASONS = [
  'attendance',
  'behaviour',
  'anxiety',
  'communication',
  'family_change',
  'mobility',
  'learning',
] as const;
const LEAD = 'ruben';
const CHAIR = 'gideon';

/** Tells what happened to one child of the Year 6 programme, day by day. */
export class Y6Story {
  private readonly steps: Step[] = [];
  private readonly notes: DemoNote[] = [];
  private opening: Step | undefined;
  private worker = LEAD;

  constructor(
    private readonly nominee: Nominee,
    private readonly today: CalendarDay,
    private readonly dice: Dice,
  ) {}

  nominated(on: CalendarDay): this {
    const { child, expected, drawn } = this.nominee;
    const payload = {
      nominatorRole: this.dice.pick(NOMINATORS),
      reasons: this.dice.some(REASONS, this.dice.whole(1, 3)),
      ncYear: Math.min(6, Math.max(5, Number(ncYearOn(child.dob, on)) || 6)),
      parentAware: true,
      parentAwareOn: on,
      expectedDestination: expected,
      drawnNumber: drawn,
    };
    this.opening = { on, type: 'NOMINATION_SUBMITTED', by: LEAD, payload };
    return this;
  }

  screened(on: CalendarDay): this {
    return this.told(on, 'SCREENING_STARTED', LEAD);
  }

  scored(on: CalendarDay, panelOn?: CalendarDay): this {
    const payload = { tvs: this.nominee.score, completeness: this.dice.whole(72, 100), panelOn };
    return this.told(on, 'SCORE_CONFIRMED', LEAD, payload);
  }

  accepted(on: CalendarDay): this {
    return this.told(on, 'PANEL_ACCEPTED', CHAIR, { band: this.nominee.band });
  }

  asked(on: CalendarDay, by = LEAD): this {
    const askedWhom = this.nominee.child.contacts[0]?.name;
    return this.told(on, 'CONSENT_REQUESTED', by, { how: 'phone', askedWhom });
  }

  agreed(on: CalendarDay): this {
    const { child } = this.nominee;
    const isInCare = child.contacts[0]?.hasPr !== 'yes';
    const payload = {
      giver: isInCare ? 'social_worker' : 'parent',
      giverName: isInCare ? 'Social worker of the council' : child.contacts[0]?.name,
      scope: ['support', 'school', 'panel'],
      evidence: 'Form on file',
    };
    return this.told(on, 'CONSENT_GIVEN', LEAD, payload);
  }

  given(on: CalendarDay, worker: string): this {
    this.worker = worker;
    const payload = {
      workerId: `@${worker}`,
      weight: WEIGHTS[this.nominee.band],
      overrideReason: 'Agreed with the worker for this cohort',
    };
    return this.told(on, 'ALLOCATED', LEAD, payload);
  }

  started(on: CalendarDay): this {
    return this.told(on, 'AGREEMENT_CONFIRMED', this.worker, { workerId: `@${this.worker}` });
  }

  baseline(on: CalendarDay): this {
    const payload = {
      measures: {
        attendance: this.dice.whole(780, 960) / 10,
        suspensionDays: this.dice.whole(0, 4),
        teacherView: this.dice.whole(6, 14),
        pupilConcerns: this.dice.whole(14, 44),
        familyConfidence: this.dice.whole(1, 4),
      },
      pupilVoice: this.dice.pick(VOICES),
      goals: this.dice.some(GOALS, 2),
    };
    return this.told(on, 'BASELINE_COMPLETED', this.worker, payload);
  }

  visited(on: CalendarDay, place: 'primary' | 'secondary' | 'home' = 'primary'): this {
    const payload = {
      type: 'direct',
      place,
      minutes: this.dice.pick([30, 40, 45, 60]),
      note: this.dice.pick(VISITS),
    };
    return this.told(on, 'VISIT_LOGGED', this.worker, payload);
  }

  offered(on: CalendarDay): this {
    return this.told(on, 'DESTINATION_OFFERED', this.worker, { urn: this.nominee.expected });
  }

  confirmed(on: CalendarDay): this {
    return this.told(on, 'DESTINATION_CONFIRMED', this.worker, { urn: this.nominee.expected });
  }

  handedOver(on: CalendarDay): this {
    return this.told(on, 'HANDOVER_HELD', this.worker);
  }

  /** Anything else, with the words of its own form. */
  also(on: CalendarDay, type: string, payload?: Step['payload'], by = this.worker): this {
    return this.told(on, type, by, payload);
  }

  /** The same, told as it came: messages go out and tasks are made. */
  live(on: CalendarDay, type: string, payload?: Step['payload'], by = this.worker): this {
    this.steps.push({ on, type, by, ...(payload && { payload }), live: true });
    return this;
  }

  note(on: CalendarDay, text: string): this {
    this.notes.push({ on, by: this.worker, text });
    return this;
  }

  journey(): Journey {
    const { child, cohort } = this.nominee;
    if (!this.opening) throw new Error('A story begins with a nomination');
    const opening = this.opening;
    const told = this.steps.filter(({ on }) => on >= opening.on && on <= this.today);
    const steps = inOrder([...told, ...renewals(told)]);
    const notes = inOrder(this.notes.filter(({ on }) => on <= this.today));
    return { child, pathway: 'y6_transition', team: 'transition', cohort, opening, steps, notes };
  }

  private told(on: CalendarDay, type: string, by: string, payload?: Step['payload']): this {
    this.steps.push({ on, type, by, ...(payload && { payload }) });
    return this;
  }
}

const RENEWED_AFTER = 350;

/** Agreement is asked for again before its year is over, where the work goes on. */
function renewals(told: readonly Step[]): Step[] {
  return told
    .filter(({ type }) => type === 'CONSENT_GIVEN')
    .map((given) => ({ ...given, on: addDays(given.on, RENEWED_AFTER) }))
    .filter(({ on }) => told.some((step) => step.on > on));
}
