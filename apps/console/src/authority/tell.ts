import { Calendars, CaseworkService, EhcPlans, type PlanToLoad, PolicyPacks } from '@app/casework';
import { type Runner, type Statements } from '@app/database';
import { NotAllowedNow, pathwayNamed } from '@app/pathways';
import { FixedClock, londonInstant } from '@app/statutory-calendar';
import { Dice } from '../demo/dice';
import { type InventedChild } from './people/invented-child';
import { type Staff } from './people/officers';
import { assessmentStory, type Told } from './plan/assessment-story';
import { endingStory } from './plan/ending-story';
import { PLACE_KINDS } from './plan/places';
import { reviewStory } from './plan/review-story';
import { type Story, type StoryStep } from './plan/story';
import { before, TOLD } from './plan/targets';

/** Whom and what a telling works with. */
export interface Tools {
  readonly statements: Statements;
  readonly authority: string;
  readonly staff: Staff;
  /** How many children are told at the same moment. */
  readonly atOnce: number;
}

const AT_ONCE = 400;

/** Records every story through the door, each step on its own day. */
export class Telling {
  /** Steps that a pathway refused, in words. */
  readonly refused: string[] = [];
  events = 0;
  private readonly calendars: Calendars;
  private readonly policies: PolicyPacks;
  private readonly plans: EhcPlans;

  constructor(private readonly tools: Tools) {
    this.calendars = new Calendars(tools.statements);
    this.policies = new PolicyPacks(tools.statements);
    const goLive = new FixedClock(londonInstant(before('01-09'), '10:00'));
    this.plans = new EhcPlans(tools.statements, goLive);
  }

  /** Plans from before the year, and those that came from elsewhere, as a council takes them over at go-live. */
  async loadPlans(children: readonly InventedChild[]): Promise<void> {
    const rows = children.flatMap((child) => planToLoad(child));
    for (let at = 0; at < rows.length; at += AT_ONCE)
      await this.plans.load(this.tools.staff.of('manager', 0), rows.slice(at, at + AT_ONCE));
  }

  /** Tells all children, several at the same moment. */
  async tellAll(children: readonly InventedChild[], onProgress: (done: number) => void) {
    let next = 0;
    const worker = async () => {
      for (let at = next++; at < children.length; at = next++) {
        await this.tell(children[at]!, at);
        if (at % 1000 === 999) onProgress(at + 1);
      }
    };
    await Promise.all(Array.from({ length: this.tools.atOnce }, worker));
  }

  private async tell(child: InventedChild, n: number): Promise<void> {
    const { assessment, plan } = child.history;
    const told: Told = { dice: new Dice(`${child.id.length} ${n}`), urn: child.urn ?? undefined };
    if (assessment) await this.case(assessmentStory(assessment, told), child, n);
    if (plan?.ceased) await this.case(endingStory(plan, told), child, n);
    else if (plan) {
      const review = reviewStory(plan, told);
      if (review) await this.case(review, child, n);
    }
    if (assessment && plan && !assessment.again) await this.placed(child, n);
  }

  private async case({ pathway, opening, steps }: Story, child: InventedChild, n: number) {
    const { statements, staff } = this.tools;
    const clock = new FixedClock(instant(opening, n));
    const door = new CaseworkService(statements, clock, this.calendars, undefined, this.policies);
    const { reference } = await door.open(staff.of(opening.by, n), {
      pathway,
      childId: child.id,
      occurredOn: opening.on,
      payload: payloadOf(pathway, opening),
      goLive: true,
    });
    this.events += 1 + steps.length;
    const last = steps.at(-1);
    const record = (runner: Runner | undefined, step: StoryStep) => {
      const next = new Date(clock.now().getTime() + 60_000);
      const at = instant(step, n);
      clock.set(at > next ? at : next);
      const actor = staff.of(step.by, n);
      const command = {
        type: step.type,
        occurredOn: step.on,
        payload: {
          ...payloadOf(pathway, step),
          ...(step.to && { workerId: staff.of(step.to, n).id }),
        },
        goLive: true,
      };
      return runner
        ? door.recordWithin(runner, actor, reference, command)
        : door.record(actor, reference, command);
    };
    try {
      if (last?.type === 'DECEASED') await record(undefined, last);
      else if (steps.length)
        await statements.together(async (runner) => {
          for (const step of steps) await record(runner, step);
        });
    } catch (error) {
      if (!(error instanceof NotAllowedNow)) throw error;
      this.refused.push(`${reference}: ${error.message}`);
    }
  }

  /** Where the child of a plan that was made here attends. */
  private async placed(child: InventedChild, n: number): Promise<void> {
    const places = placements(child, child.history.plan!.madeOn);
    if (!places.length) return;
    const plan = await this.plans.ofChild(this.tools.authority, child.id);
    if (!plan) return;
    const actor = this.tools.staff.of('officer', n);
    await this.plans.mend(actor, plan.id, { placements: places }, 'Place of the child taken over');
  }
}

function planToLoad(child: InventedChild): PlanToLoad[] {
  const { plan, assessment } = child.history;
  if (!plan || (assessment && !assessment.again)) return [];
  const { madeOn, transferredInOn, need, reviews } = plan;
  const loaded = reviews?.loaded;
  return [
    {
      childId: child.id,
      madeOn,
      ...(transferredInOn && { transferredInOn, transferredFrom: ANOTHER_COUNCIL }),
      ...(loaded && { lastMetOn: loaded.met }),
      ...(loaded?.decided && { lastConcludedOn: loaded.decided }),
      ...(loaded?.outcome && { lastOutcome: loaded.outcome }),
      ...(child.urn ? { namedUrn: child.urn } : { namedSetting: settingOf(child) }),
      ...(need && { primaryNeed: need }),
      ...(child.secondaryNeed && { secondaryNeed: child.secondaryNeed }),
      placements: placements(child, transferredInOn ?? madeOn),
    },
  ];
}

/** What a plan names that names no school: where the child is. */
function settingOf({ place }: InventedChild) {
  const kind = PLACE_KINDS[place];
  return kind && 'setting' in kind ? kind.setting : null;
}

/** A code that no council has. */
const ANOTHER_COUNCIL = '899';
const INVENTED_UKPRN = '19999999';

function placements(child: InventedChild, entryOn: string): NonNullable<PlanToLoad['placements']> {
  const kind = PLACE_KINDS[child.place];
  if (!kind) return [];
  const place = { rank: 1, entryOn } as const;
  if ('setting' in kind) return [{ ...place, setting: kind.setting }];
  if ('provider' in kind) return [{ ...place, ukprn: INVENTED_UKPRN }];
  if (!('school' in kind)) return [];
  return [
    {
      ...place,
      urn: child.urn,
      senUnit: kind.unit === true,
      resourced: kind.resourced === true,
    },
  ];
}

function payloadOf(pathway: string, { type, payload = {} }: StoryStep): Record<string, unknown> {
  const merged = { ...pathwayNamed(pathway).events[type]?.example, ...payload };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined));
}

/** An hour of the working day; never after the end of the telling. */
function instant({ on }: StoryStep, n: number): Date {
  const day = on > TOLD.survey ? TOLD.survey : on;
  return londonInstant(
    day,
    `${String(9 + (n % 8)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`,
  );
}
