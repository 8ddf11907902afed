import { type Actor } from '@app/access';
import { Statements } from '@app/database';
import { BadDetails, badField } from '@app/people';
import { type CalendarDay, Clock, plainDay } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { type Terms } from '../pure/terms';
import { lockPanel } from './lock-panel';
import { type Panel } from './panel';
import { PanelMembers } from './panel-members.service';
import { SittingsAhead } from './sittings-ahead.service';
import { termsFromTyped, type TypedTerms } from './terms-form';
import { termsProblems } from './terms-problems';

/** One version of the terms of reference of a panel. */
export interface TermsVersion {
  readonly number: number;
  readonly validFrom: CalendarDay;
  readonly terms: Terms;
  readonly reason: string;
  readonly setBy: string | null;
  readonly setAt: Date;
}

/** The terms of reference of a panel: each change holds from a day on, with its reason; earlier ones stay on the record. */
@Injectable()
export class PanelTerms {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
    private readonly members: PanelMembers,
    private readonly ahead: SittingsAhead,
  ) {}

  /** Every version, the newest first. */
  history({ id }: Pick<Panel, 'id'>): Promise<TermsVersion[]> {
    return this.statements.run<TermsVersion & Record<string, unknown>>('panel-terms', HISTORY, [
      id,
    ]);
  }

  /**
   * Sets the terms from a day on and moves the sittings that nobody has prepared yet. `seen` is the version that the
   * form was filled in from.
   * @throws BadDetails naming everything that does not fit
   */
  async change(actor: Actor, panel: Panel, typed: TypedTerms, seen: number): Promise<void> {
    const { validFrom, reason } = typed;
    const [newest] = await this.history(panel);
    const before = newest?.terms ?? panel.terms;
    const { terms, problems } = termsFromTyped(typed, before);
    const seated = await this.members.on(panel, validFrom);
    const judged = problems.length ? problems : termsProblems(terms, seated, before);
    const all = [...judged, ...dayProblems(validFrom, this.clock.today())];
    if (all.length) throw new BadDetails(all);
    await this.statements.together(async (tx) => {
      await lockPanel(tx, panel.id);
      const known = await tx.run<TermsVersion & Record<string, unknown>>('panel-terms', HISTORY, [
        panel.id,
      ]);
      refuseOvertaken(known, seen, validFrom);
      await tx.run('panel-terms-set', SET, [
        ...[panel.id, (known[0]?.number ?? 0) + 1, panel.authority, validFrom],
        ...[JSON.stringify(terms), reason, actor.id, this.clock.now()],
      ]);
    });
    await this.ahead.generate(panel.authority);
  }
}

function dayProblems(validFrom: CalendarDay, today: CalendarDay) {
  if (validFrom > today) return [];
  const message = 'New terms hold from tomorrow on or later: what has been is not changed';
  return [{ path: ['validFrom'], message }];
}

function refuseOvertaken(
  known: readonly TermsVersion[],
  seen: number,
  validFrom: CalendarDay,
): void {
  const newest = known[0];
  if (newest && newest.number !== seen)
    throw badField(
      'reason',
      `${newest.setBy ?? 'Causeway'} changed the terms while you typed. Open the panel in another window, compare, and send this again`,
    );
  const same = known.find((each) => each.validFrom === validFrom);
  if (same)
    throw badField(
      'validFrom',
      `Terms that hold from ${plainDay(validFrom)} were set already. Choose another day`,
    );
}

const HISTORY = `
SELECT t.number, t.valid_from AS "validFrom", t.terms, t.reason, o.name AS "setBy", t.set_at AS "setAt"
FROM panel_terms t LEFT JOIN officer o ON o.id = t.set_by WHERE t.panel_id = $1 ORDER BY t.number DESC`;

const SET = `
INSERT INTO panel_terms (panel_id, number, authority, valid_from, terms, reason, set_by, set_at)
VALUES ($1, $2, $3, $4, $5::jsonb, $6, $7, $8)`;
