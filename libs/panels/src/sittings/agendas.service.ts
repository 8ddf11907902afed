import { type Actor } from '@app/access';
import { AtRiskReader } from '@app/attendance';
import { type Runner, Statements } from '@app/database';
import { Clock, londonClock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { buildAgenda } from '../pure/agenda';
import { reordered } from '../pure/agenda-moves';
import { type Service } from '../pure/terms';
import {
  demandChairs,
  demandHeadOfService,
  demandNotOver,
  demandPreparing,
} from './agenda-demands';
import {
  droppedOf,
  INVITED,
  type LineToLog,
  LOG,
  type LogLine,
  movesOf,
  WRITE,
} from './agenda-log';
import { type AtSitting, comeTo, nextSitting } from './at-sitting';
import { withData } from './at-risk-facts';
import { expected, interestsIn, withSeats } from './candidate-people';
import { type CaseCandidate, candidatesFor } from './candidates';
import { demandSeen } from './changed-first';
import { noteChange } from './changes';
import { refuse } from './people';
import { holdSitting, type Sitting, SittingNotFound } from './sitting';
import { schoolCandidates } from './school-candidates';
import { isChild, type PanelAgenda, type PanelCandidate } from './panel-candidate';
import { waitingOff } from './waiting-off';

/** The agenda as it would be, and everybody who is not on it, each with the reason. */
export interface AgendaInPreparation extends PanelAgenda {
  readonly at: AtSitting;
  readonly logged: readonly LogLine[];
  /** Grows with each change that a person makes to it. */
  readonly version: number;
  /** Children with a restricted record whom this person may not know of; a SEND manager lists them. */
  readonly restricted: number;
}

/** The agenda that builds itself: who is on, who is not, why, and what would change it. */
@Injectable()
export class Agendas {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
    private readonly atRisk: AtRiskReader,
  ) {}

  /** The agenda of a sitting that is being prepared. @throws SittingNotFound for people who do not run it */
  of(actor: Actor, sittingId: string): Promise<AgendaInPreparation> {
    return this.build(this.statements, actor, sittingId);
  }

  /** The same inside a transaction. @throws SittingNotFound */
  async build(runner: Runner, actor: Actor, sittingId: string): Promise<AgendaInPreparation> {
    const at = await comeTo(runner, actor, sittingId, this.clock.today());
    if (!at.seat.runs) throw new SittingNotFound();
    const [all, schools, next, logged] = await inTurn(
      () => this.candidates(runner, at.sitting),
      () => schoolCandidates(runner, at.sitting),
      () => nextSitting(runner, at.sitting),
      () => runner.run<LogLine & Record<string, unknown>>('agenda-log', LOG, [sittingId]),
    );
    const cases = all
      .filter((each) => mayKnow(at, each))
      .map((each) => withSeats(each, at.members));
    const dropped = droppedOf(logged);
    const ready = cases.filter(({ id, waitsFor }) => !waitsFor && !dropped.has(id));
    const interests = await interestsIn(runner, ready, at.members);
    const built = buildAgenda([...ready, ...schools], {
      on: at.sitting.sitsOn,
      ...(next && { nextOn: next.on }),
      startsAt: londonClock(at.sitting.startsAt),
      minutes: at.sitting.minutes,
      terms: at.sitting.terms,
      people: expected(at.members),
      interests,
    });
    const agenda = reordered(built, movesOf(logged, built)) as PanelAgenda;
    return {
      ...agenda,
      left: [...agenda.left, ...waitingOff(cases, dropped)],
      at,
      logged: logged.filter(({ caseId }) => !caseId || cases.some(({ id }) => id === caseId)),
      version: logged.length,
      restricted: all.length - cases.length,
    };
  }

  /** Everybody who may come, with what the last night found of them. */
  private async candidates(runner: Runner, sitting: Sitting): Promise<CaseCandidate[]> {
    const cases = await candidatesFor(runner, sitting);
    if (sitting.kind.code !== 'tats') return cases;
    const ids = cases.map(({ childId }) => childId);
    const found = await this.atRisk.lastNight(sitting.authority, ids);
    return cases.map((each) => withData(each, found.get(each.childId)));
  }

  /** Takes a child off this agenda. @throws SittingNotFound, NotAllowedNow without a reason or after the papers are out */
  drop(actor: Actor, sittingId: string, reference: string, reason: string): Promise<void> {
    return this.change(actor, sittingId, { what: 'dropped', reference, reason });
  }

  /** Puts a child on this agenda, whatever the order says. */
  put(actor: Actor, sittingId: string, reference: string, reason: string): Promise<void> {
    return this.change(actor, sittingId, { what: 'added', reference, reason });
  }

  /** The chair calls a child urgent: first, and one beyond the slots. @throws NotAllowedNow for anybody but the chair */
  urgent(actor: Actor, sittingId: string, reference: string, reason: string): Promise<void> {
    return this.change(actor, sittingId, { what: 'urgent', reference, reason });
  }

  /** Moves an item to another place. */
  move(
    actor: Actor,
    sittingId: string,
    { reference, to, reason }: { reference: string; to: number; reason: string },
  ): Promise<void> {
    return this.change(actor, sittingId, { what: 'reordered', reference, reason, to });
  }

  /** Asks a service to one item, or leaves it out of it; those who come to every item always come. */
  ask(
    actor: Actor,
    sittingId: string,
    given: {
      reference: string;
      service: Service | undefined;
      isAsked: boolean;
      reason: string;
    },
  ): Promise<void> {
    const { reference, service, isAsked, reason } = given;
    return this.change(actor, sittingId, {
      what: isAsked ? 'asked' : 'not_asked',
      reference,
      reason,
      service,
    });
  }

  /**
   * A SEND manager who does not chair here approves by name that a child who was put off as often as the panel allows
   * may wait once more (handbook 3.4, rule 4). @throws NotAllowedNow for anybody else
   */
  mayWait(actor: Actor, sittingId: string, reference: string, reason: string): Promise<void> {
    return this.change(actor, sittingId, { what: 'may_wait', reference, reason });
  }

  /** Changes one line of the agenda and keeps why. @throws SittingNotFound, NotAllowedNow, ChangedFirst; nothing is changed then */
  async change(actor: Actor, sittingId: string, line: LineToLog): Promise<void> {
    await this.statements.together(async (tx) => {
      await holdSitting(tx, actor, sittingId);
      const agenda = await this.build(tx, actor, sittingId);
      const { version, at } = agenda;
      const { sitting } = at;
      await demandSeen(tx, line.seen, { sittingId, what: 'agenda', version });
      const isAsking = line.what === 'asked' || line.what === 'not_asked';
      const service = isAsking ? line.service : undefined;
      if (isAsking && !service)
        refuse('AGENDA', { guard: 'service', text: 'Select which service is meant', missing: [] });
      if (line.what === 'may_wait') demandHeadOfService(at);
      else if (isAsking) demandNotOver(sitting);
      else demandPreparing(sitting);
      if (!line.reason.trim())
        refuse('AGENDA', { guard: 'reason', text: 'Give the reason', missing: [] });
      if (line.what === 'urgent') demandChairs(at);
      const candidate = candidateNamed(agenda, line.reference);
      if (line.what === 'reordered')
        reordered(agenda, [
          { candidateId: candidate.id, to: line.to ?? 0, reason: line.reason, by: actor.name },
        ]);
      await tx.run('agenda-logged', WRITE, [
        actor.authority,
        sittingId,
        candidate.id,
        line.what,
        line.reason.trim(),
        line.what === 'reordered' ? line.to : null,
        actor.id,
        this.clock.now(),
        service ?? null,
      ]);
      if (service && isChild(candidate) && candidate.itemId)
        await tx.run('item-invited', INVITED, [candidate.itemId, service, line.what === 'asked']);
      await noteChange(tx, {
        authority: actor.authority,
        sittingId,
        what: `agenda ${line.what}`,
        byId: actor.id,
        at: this.clock.now(),
      });
    });
  }
}

/** A restricted record is for SEND managers; a child with whom one has to do is no business of one's own. */
function mayKnow({ seat, items }: AtSitting, { restricted, itemId }: CaseCandidate): boolean {
  if (restricted && !seat.actor.roles.includes('send_manager')) return false;
  return !itemId || items.some(({ id }) => id === itemId);
}

function candidateNamed({ lines, left }: PanelAgenda, reference: string): PanelCandidate {
  const found = [...lines, ...left].find(({ candidate }) => candidate.reference === reference);
  if (!found) throw new SittingNotFound();
  return found.candidate;
}

/** One after the other: inside a transaction there is one connection. */
async function inTurn<A, B, C, D>(
  a: () => Promise<A>,
  b: () => Promise<B>,
  c: () => Promise<C>,
  d: () => Promise<D>,
): Promise<[A, B, C, D]> {
  return [await a(), await b(), await c(), await d()];
}
