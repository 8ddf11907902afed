import { AccessDenied, AccessLog, type Actor } from '@app/access';
import { Calendars } from '@app/casework';
import { Statements } from '@app/database';
import { SEN_PROVISIONS, SEXES } from '@app/people';
import { type CalendarDay, Clock, termsOf } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { panelKind } from '../kinds/panel-kinds';
import {
  type Grouping,
  type ShownGrouping,
  type Shown,
  withoutSmallNumbers,
} from '../pure/small-numbers';
import { PANELS, type PanelCode } from '../pure/terms';

/** A school term as the check counts it. */
export interface CheckedTerm {
  /** 'autumn-2026', for its address. */
  readonly code: string;
  readonly season: 'autumn' | 'spring' | 'summer';
  readonly first: CalendarDay;
  readonly last: CalendarDay;
}

/** Who came to a panel in one term, by group; small numbers are hidden. */
export interface EqualityCheck {
  readonly panel: PanelCode;
  readonly term: CheckedTerm;
  /** Terms that have begun, the newest first. */
  readonly terms: readonly CheckedTerm[];
  readonly whole: Shown;
  readonly groupings: readonly ShownGrouping[];
}

/** Those who read it: it judges how a panel works, and no one child. */
const READERS: readonly string[] = ['send_manager', 'panel_chair'];

/** A decision that gives no support or place of the panel’s own. */
const NOT_AGREED =
  /^(DECISION_SIGNPOST|REFUSED_|NOT_AGREED|S19_NOT_AGREED|PANEL_(DECLINED|NOT_SUITABLE|ADVICE))/;
/** Neither: the work is done. */
const CLOSED = /_CLOSE_/;

/** Once a term: are children of some groups found, listed, accepted or declined more often than others (correction 2)? */
@Injectable()
export class EqualityChecks {
  constructor(
    private readonly statements: Statements,
    private readonly calendars: Calendars,
    private readonly log: AccessLog,
    private readonly clock: Clock,
  ) {}

  /** @throws AccessDenied; undefined where no term dates are loaded */
  async of(
    actor: Actor,
    asked: { panel?: string | undefined; term?: string | undefined },
  ): Promise<EqualityCheck | undefined> {
    if (!actor.roles.some((role) => READERS.includes(role)))
      throw new AccessDenied('see the equality check');
    const terms = await this.terms(actor.authority);
    const term = terms.find(({ code }) => code === asked.term) ?? terms[0];
    if (!term) return undefined;
    const panel = PANELS.find((code) => code === asked.panel) ?? 'tats';
    const { agreed, notAgreed } = decisionsOf(panel);
    const values = [actor.authority, panel, term.first, term.last, agreed, notAgreed];
    const rows = await this.statements.run<CountRow>('equality-counts', COUNTS, values);
    await this.log.looked(actor, { action: 'list.seen', page: 'equality check' });
    const whole = countsOf(rows.filter(({ grouping }) => grouping === 'all')[0]);
    const groupings = GROUPINGS.map(({ title, name, labels }): Grouping => ({
      title,
      groups: Object.entries(labels).map(([code, label]) => ({
        label,
        counts: countsOf(rows.find((row) => row.grouping === name && row.code === code)),
      })),
    }));
    return { panel, term, terms, ...withoutSmallNumbers(whole, groupings) };
  }

  private async terms(authority: string): Promise<CheckedTerm[]> {
    const calendar = await this.calendars.forAuthority(authority);
    const today = this.clock.today();
    return (calendar.terms ? termsOf(calendar.terms) : [])
      .map(({ season, blocks }) => {
        const first = blocks[0]![0];
        return { code: `${season}-${first.slice(0, 4)}`, season, first, last: blocks.at(-1)![1] };
      })
      .filter(({ first }) => first <= today)
      .reverse();
  }
}

const IN_CARE = { in_care: 'In care now', was_in_care: 'Was in care', not_in_care: 'Not in care' };

/** Ethnicity is no part of the record, so nothing can be said of it. */
const GROUPINGS = [
  { title: 'Sex, as the school recorded it', name: 'sex', labels: SEXES },
  { title: 'Special educational needs', name: 'sen', labels: SEN_PROVISIONS },
  { title: 'Care', name: 'care', labels: IN_CARE },
] as const;

interface CountRow {
  readonly [column: string]: unknown;
  readonly grouping: string;
  readonly code: string;
  readonly found: number;
  readonly listed: number;
  readonly accepted: number;
  readonly declined: number;
}

const countsOf = ({
  found = 0,
  listed = 0,
  accepted = 0,
  declined = 0,
}: Partial<CountRow> = {}) => ({
  found,
  listed,
  accepted,
  declined,
});

function decisionsOf(panel: PanelCode) {
  const all = Object.values(panelKind(panel).decides).flatMap(({ decisions }) => decisions);
  return {
    agreed: all.filter((type) => !NOT_AGREED.test(type) && !CLOSED.test(type)),
    notAgreed: all.filter((type) => NOT_AGREED.test(type)),
  };
}

/** Every child once in a column. $1 authority, $2 panel, $3 and $4 the term, $5 decisions that agree, $6 that do not. */
const COUNTS = `
WITH came AS (
  SELECT r.child_id, 'found' AS step FROM rule_hit r WHERE r.authority = $1 AND $2 = 'tats' AND r.hit_on BETWEEN $3::date AND $4::date
  UNION ALL
  SELECT c.child_id, s.step FROM sitting t JOIN panel p ON p.id = t.panel_id AND p.code = $2
  JOIN sitting_item i ON i.sitting_id = t.id AND i.status NOT IN ('removed', 'moved') JOIN send_case c ON c.id = i.case_id AND c.stage <> 'voided'
  CROSS JOIN LATERAL (
    SELECT 'listed' AS step UNION ALL SELECT 'accepted' WHERE i.status = 'decided' AND i.outcome->>'event' = ANY ($5::text[])
    UNION ALL SELECT 'declined' WHERE i.status = 'decided' AND i.outcome->>'event' = ANY ($6::text[])) s
  WHERE t.authority = $1 AND t.sits_on BETWEEN $3::date AND $4::date),
children AS (
  SELECT DISTINCT h.id, w.step, coalesce(h.sex, 'U') AS sex, h.sen_provision AS sen,
    CASE h.care_status WHEN 'cla' THEN 'in_care' WHEN 'previously_cla' THEN 'was_in_care' ELSE 'not_in_care' END AS care
  FROM came w JOIN child k ON k.id = w.child_id JOIN child h ON h.id = coalesce(k.merged_into, k.id))
SELECT g.grouping, g.code, count(*) FILTER (WHERE step = 'found')::int AS found, count(*) FILTER (WHERE step = 'listed')::int AS listed,
  count(*) FILTER (WHERE step = 'accepted')::int AS accepted, count(*) FILTER (WHERE step = 'declined')::int AS declined
FROM children CROSS JOIN LATERAL (VALUES ('all', 'all'), ('sex', sex), ('sen', sen), ('care', care)) AS g(grouping, code)
GROUP BY g.grouping, g.code`;
