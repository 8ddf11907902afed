import { Statements } from '@app/database';
import { writeWorkbook } from '@app/people';
import { addMonths, type CalendarDay, Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { columnsFor } from './annex-columns';
import { type AnnexChild } from './annex-row';
import { ANNEX_RULES, type AnnexRule } from './annex-rules';
import { ANNEX_SQL } from './annex-sql';

/** The two lists of children that an area inspection asks for. */
export interface AnnexLists {
  readonly day: CalendarDay;
  readonly plans: readonly AnnexChild[];
  readonly support: readonly AnnexChild[];
}

/** A row that an inspection will ask about. */
export interface AnnexFinding {
  readonly rule: AnnexRule;
  readonly childId: string;
  readonly planId: string | null;
}

/** Child-level lists for an area SEND inspection: children with a plan, and with SEN support, today. */
@Injectable()
export class AnnexA {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  async lists(authority: string): Promise<AnnexLists> {
    const day = this.clock.today();
    const rows = await this.statements.run<AnnexChild & Record<string, unknown>>(
      'annex-a.children',
      ANNEX_SQL,
      [authority, day, addMonths(day, -12), lastTerms(day)],
    );
    return {
      day,
      plans: rows.filter(({ planId }) => planId !== null),
      support: rows.filter(({ planId }) => planId === null),
    };
  }

  /** The workbook: two sheets with headings and rows, and nothing else. */
  workbook({ plans, support }: AnnexLists): Promise<Buffer> {
    const sheet = (name: string, list: 'plans' | 'support', children: readonly AnnexChild[]) => {
      const columns = columnsFor(list);
      return {
        name,
        headings: columns.map(({ heading }) => heading),
        rows: children.map((child) => columns.map(({ cell }) => cell(child))),
      };
    };
    return writeWorkbook([sheet('List_1', 'plans', plans), sheet('List_2', 'support', support)]);
  }

  /** What an inspection will ask about these lists. */
  check({ day, plans, support }: AnnexLists): AnnexFinding[] {
    return [...plans, ...support].flatMap((child) =>
      ANNEX_RULES.filter((rule) => rule.broken(child, day)).map((rule) => ({
        rule,
        childId: child.childId,
        planId: child.planId,
      })),
    );
  }
}

const SEASONS = ['autumn', 'spring', 'summer'] as const;

/** The three terms up to a day, as figures of attendance name them: `2026-autumn`. */
function lastTerms(day: CalendarDay): string[] {
  const month = Number(day.slice(5, 7));
  const season = month >= 9 ? 0 : month >= 4 ? 2 : 1;
  const newest = startOf(day) * 3 + season;
  return [newest, newest - 1, newest - 2].map((n) => `${Math.floor(n / 3)}-${SEASONS[n % 3]}`);
}

const startOf = (day: CalendarDay) =>
  Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) >= 9 ? 0 : 1);
