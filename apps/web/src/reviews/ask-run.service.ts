import { type Actor } from '@app/access';
import { CaseworkService, Notes } from '@app/casework';
import { pathwayNamed } from '@app/pathways';
import { type PlanInReview, PlanRegister } from '@app/reporting';
import { type CalendarDay, Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { ChosenCases } from '../bulk/chosen-cases.repository';
import { LEFT_OUT, type Outcome, outcomeOf } from '../bulk/outcome';
import { type AskAnswers, REVIEW_EVENTS, WAYS } from './ask-answers';
import { type AskForecast, askForecast } from './ask-forecast';
import { reviewToOpen } from './review-to-open';

/** What became of the review of one plan. */
export interface Asked extends Outcome {
  readonly name: string;
  readonly schoolName: string | null;
  readonly reference: string | null;
}

const pathway = pathwayNamed('annual_review');

/** Asks for the meetings of several reviews: looks at what would happen to each, then does it, one by one. */
@Injectable()
export class AskRuns {
  constructor(
    private readonly register: PlanRegister,
    private readonly cases: ChosenCases,
    private readonly casework: CaseworkService,
    private readonly notes: Notes,
    private readonly clock: Clock,
  ) {}

  chosen(actor: Actor, { plans }: AskAnswers): Promise<PlanInReview[]> {
    return this.register.chosen(actor, plans);
  }

  /** What would happen to each plan. */
  async check(actor: Actor, answers: AskAnswers): Promise<AskForecast[]> {
    const plans = await this.chosen(actor, answers);
    const open = plans.flatMap(({ reference }) => reference ?? []);
    const cases = open.length ? await this.cases.read(actor, open) : [];
    return askForecast(plans, { actor, answers, today: this.clock.today(), cases });
  }

  /** Does it for each plan that was seen to be possible; one that is refused does not hold up the rest. */
  async run(
    actor: Actor,
    answers: AskAnswers,
    { seen, key }: { readonly seen: ReadonlyMap<string, string>; readonly key: string | undefined },
  ): Promise<Asked[]> {
    const done: Asked[] = [];
    for (const plan of await this.chosen(actor, answers)) {
      const version = seen.get(plan.planId);
      const commandKey = key && `${key}-${plan.planId}`;
      const outcome = version
        ? await this.one(actor, plan, { answers, version, commandKey, today: this.clock.today() })
        : LEFT_OUT;
      done.push({
        reference: plan.reference,
        ...outcome,
        name: plan.name,
        schoolName: plan.schoolName,
      });
    }
    return done;
  }

  private async one(
    actor: Actor,
    plan: PlanInReview,
    how: How,
  ): Promise<Outcome & { readonly reference?: string }> {
    try {
      return how.version === 'new'
        ? await this.open(actor, plan, how)
        : await this.record(actor, plan, how);
    } catch (error) {
      return outcomeOf(error, pathway);
    }
  }

  private async open(actor: Actor, plan: PlanInReview, { answers, commandKey, today }: How) {
    const payload = reviewToOpen(plan, answers.way, today);
    const opened = await this.casework.open(actor, {
      pathway: pathway.name,
      childId: plan.childId,
      occurredOn: today,
      payload,
      commandKey,
    });
    const { reference, repeated, caseId } = opened;
    const reason = answers.payload['reason'];
    if (!repeated && typeof reason === 'string') await this.notes.add(actor, caseId, reason);
    const who = payload.arrangedBy === 'school' ? 'The school is asked' : 'The council is';
    return {
      reference,
      kind: repeated ? ('repeated' as const) : ('done' as const),
      words: `Review opened. ${who} to arrange the meeting`,
    };
  }

  private async record(
    actor: Actor,
    plan: PlanInReview,
    { answers, version, commandKey, today }: How,
  ) {
    const { step } = WAYS[answers.way];
    const { repeated } = await this.casework.record(actor, plan.reference ?? '', {
      type: step,
      occurredOn: today,
      payload: answers.payload,
      expectedVersion: Number(version),
      commandKey,
    });
    return {
      kind: repeated ? ('repeated' as const) : ('done' as const),
      words: REVIEW_EVENTS[step]!.happened ?? '',
    };
  }
}

interface How {
  readonly answers: AskAnswers;
  readonly version: string;
  readonly commandKey: string | undefined;
  readonly today: CalendarDay;
}
