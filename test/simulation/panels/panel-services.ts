import { AtRiskReader } from '@app/attendance';
import { CaseworkService } from '@app/casework';
import { NotAllowedNow } from '@app/pathways';
import { Agendas } from '../../../libs/panels/src/sittings/agendas.service';
import { ItemSteps } from '../../../libs/panels/src/sittings/item-steps.service';
import { LateItems } from '../../../libs/panels/src/sittings/late-items.service';
import { MinutesBook } from '../../../libs/panels/src/sittings/minutes.service';
import { Papers } from '../../../libs/panels/src/sittings/papers.service';
import { Register } from '../../../libs/panels/src/sittings/register.service';
import { SittingNotFound } from '../../../libs/panels/src/sittings/sitting';
import { SittingSteps } from '../../../libs/panels/src/sittings/sitting-steps.service';
import { type Council, type Sitter } from './council';

/** The services of panels on the clock of the simulated council, and the people who run the sittings. */
export function panelServices({ statements, clock, calendars, sitters }: Council) {
  const casework = new CaseworkService(statements, clock, calendars);
  const atRisk = new AtRiskReader(statements, calendars);
  const agendas = new Agendas(statements, clock, atRisk);
  const steps = new SittingSteps(statements, agendas, casework, calendars, clock);
  const minutes = new MinutesBook(statements, steps, clock);
  const of = (service: Sitter['service']) => sitters.find((it) => it.service === service)!;
  return {
    casework,
    agendas,
    steps,
    register: new Register(statements, clock),
    items: new ItemSteps(statements, casework, calendars, clock),
    late: new LateItems(statements, agendas, casework, clock),
    minutes,
    papers: new Papers(statements, minutes, atRisk, clock),
    chair: of('chair'),
    deputy: of('deputy_chair'),
    coordinator: of('coordinator'),
    psychology: of('psychology'),
  };
}
export type PanelServices = ReturnType<typeof panelServices>;

/** Steps that were refused, of all and because a child was put off as often as may be. */
export class Refusals {
  refused = 0;
  refusedPastLimit = 0;

  /** Whether the step was taken; a refusal in words is an answer, anything else an error. */
  async isAllowed(step: () => Promise<void>): Promise<boolean> {
    try {
      await step();
      return true;
    } catch (error) {
      if (!(error instanceof NotAllowedNow || error instanceof SittingNotFound)) throw error;
      this.refused += 1;
      if (isPastLimit(error)) this.refusedPastLimit += 1;
      return false;
    }
  }

  /** @throws Error when the step was taken */
  async mustRefuse(step: () => Promise<void>): Promise<void> {
    if (await this.isAllowed(step)) throw new Error('A step was taken that must be refused');
  }
}

const isPastLimit = (error: unknown) =>
  error instanceof NotAllowedNow && error.reasons.some(({ guard }) => guard === 'deferralsUnder2');
