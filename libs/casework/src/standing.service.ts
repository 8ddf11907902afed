import { type Actor, maySee, type Relation, relationTo } from '@app/access';
import { Statements } from '@app/database';
import { type Pathway, pathwayNamed, possibilities, type Possibility } from '@app/pathways';
import { Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { type CaseRow, readWhole } from './case-row';
import { Calendars } from './calendars';
import { CaseNotFound } from './errors';
import { BEFORE_ANSWERS, factsFor } from './facts';

/** Where a case stands, and what may happen next. */
export interface Standing {
  readonly subject: CaseRow;
  readonly pathway: Pathway;
  readonly relation: Relation;
  /** Every event that leads on from here; one without reasons can be recorded now. */
  readonly possible: readonly Possibility[];
}

/** Reads where a case stands with the same guards and facts as the door, so that the two cannot disagree. */
@Injectable()
export class CaseStanding {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
    private readonly calendars: Calendars,
  ) {}

  /** @throws CaseNotFound also when this person may not know that the case exists */
  async of(actor: Actor, reference: string): Promise<Standing> {
    const subject = await readWhole(this.statements, actor.authority, reference);
    if (!subject || !maySee(actor, subject)) throw new CaseNotFound(reference);
    const pathway = pathwayNamed(subject.pathway, subject.pathwayVersion);
    const occurredOn = this.clock.today();
    const facts = await factsFor(this.statements, {
      actor,
      subject,
      occurredOn,
      payload: {},
      needs: BEFORE_ANSWERS,
      calendar: () => this.calendars.forSchool(actor.authority, subject.childUrn),
    });
    const possible = possibilities(pathway, subject.state, { occurredOn, facts });
    return { subject, pathway, relation: relationTo(actor, subject), possible };
  }
}
