import { type Actor } from '@app/access';
import {
  DESIGNATED_OFFICERS,
  type DesignatedOfficers,
  DesignatedOfficersKept,
  FindingNames,
  type WhoIsMeant,
} from '@app/returns';
import { plainDay } from '@app/statutory-calendar';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { csvAnswer } from '../boards/boards-csv';
import { fromAsked, paged } from '../boards/paging';
import { type Page, page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import {
  ALL_RULES,
  ReturnsRead,
  type ReturnsSeen,
  ruleAsked,
  type RuleWords,
  type ToMend,
} from './returns-read.service';
import { RETURNS_ROLES } from './returns-roles';

const SEE = { action: 'see what is missing in the returns', roles: RETURNS_ROLES } as const;
const ON_A_PAGE = 100;
const LEVELS = { error: 'Error', warning: 'Question' } as const;

/** Statutory returns: what they would hold today, what is wrong, and where to put it right. */
@Controller()
export class ReturnsController {
  constructor(
    private readonly read: ReturnsRead,
    private readonly names: FindingNames,
    private readonly officers: DesignatedOfficersKept,
  ) {}

  @Get(paths.returns.home)
  @Policy(SEE)
  async home(@SignedIn() officer: Actor, @Query() query: unknown): Promise<Page> {
    const seen = await this.read.seen(officer, query, 'returns');
    const { collection, sen2, annex, day, years } = seen;
    const rules = countedRules(seen);
    const errors = sen2.findings.filter(({ rule }) => rule.level === 'error').length;
    return page('returns/home', {
      asAt: plainDay(day),
      year: collection.year,
      census: plainDay(collection.census),
      from: plainDay(collection.from),
      to: plainDay(collection.to),
      years: years.map((year) => ({
        text: `SEN2 ${year}`,
        href: hrefOf(paths.returns.home, year),
        current: year === collection.year,
      })),
      people: sen2.people,
      requests: sen2.requests,
      activePlans: sen2.activePlans,
      officers: officersInWords(await this.officers.of(officer.authority)),
      errors,
      errorsHref: hrefOf(paths.returns.list, collection.year, { level: 'error' }),
      questionsHref: hrefOf(paths.returns.list, collection.year, { level: 'warning' }),
      questions: sen2.findings.length - errors,
      plans: annex.plans.length,
      support: annex.support.length,
      sen2Rules: rules.filter(({ isAnnex }) => !isAnnex),
      annexRules: rules.filter(({ isAnnex }) => isAnnex),
      listHref: hrefOf(paths.returns.list, collection.year),
      sen2Href: hrefOf(paths.returns.sen2, collection.year),
    });
  }

  @Get(paths.returns.list)
  @Policy(SEE)
  async list(@SignedIn() officer: Actor, @Query() query: unknown): Promise<Page> {
    const { seen, rule, level, shown } = await this.asked(
      officer,
      query,
      'returns, records to mend',
    );
    const { year } = seen.collection;
    const only = { rule: rule?.number, level };
    const { rows, pager } = paged(shown, fromAsked(query), ON_A_PAGE, (from) =>
      hrefOf(paths.returns.list, year, { ...only, from }),
    );
    return page('returns/list', {
      rule,
      count: shown.length,
      asAt: plainDay(seen.day),
      rows: await this.inWords(officer, rows),
      pager,
      back: hrefOf(paths.returns.home, year),
      downloadHref: hrefOf(paths.returns.listDownload, year, only),
    });
  }

  @Get(paths.returns.listDownload)
  @Policy(SEE)
  async download(
    @SignedIn() officer: Actor,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { shown } = await this.asked(officer, query, 'returns, records to mend, file');
    const rows = (await this.inWords(officer, shown)).map((it) => [
      it.level,
      it.number,
      it.name,
      it.heldBy,
      it.words,
      it.enter,
      it.reference,
    ]);
    const headings = [
      'Level',
      'Rule',
      'Child',
      'Held by',
      'What is wrong',
      'What to enter',
      'Case',
    ];
    return csvAnswer(reply, 'returns-to-put-right', headings, rows);
  }

  private async asked(officer: Actor, query: unknown, pageName: string) {
    const seen = await this.read.seen(officer, query, pageName);
    const rule = ruleAsked(query);
    const asked = one(query, 'level') ?? '';
    const level = Object.hasOwn(LEVELS, asked) ? (asked as keyof typeof LEVELS) : undefined;
    const shown = seen.toMend.filter(
      (it) =>
        (!rule || it.rule === rule) && (!level || (it.rule.level === level && !isAnnex(it.rule))),
    );
    return { seen, rule, level, shown };
  }

  private async inWords(officer: Actor, rows: readonly ToMend[]) {
    const names = await this.names.of(
      officer,
      rows.map(({ childId }) => childId),
    );
    return rows.map((row) => rowOf(row, names.get(row.childId), officer));
  }
}

function officersInWords(said: DesignatedOfficers | undefined): string {
  if (!said) return 'Nobody has said yet, so the return leaves them empty';
  const named = Object.entries(DESIGNATED_OFFICERS).flatMap(([code, words]) =>
    said[code as keyof DesignatedOfficers] ? words.replace('A designated', 'designated') : [],
  );
  return named.length ? `There is a ${named.join(' and a ')}` : 'There is none';
}

/** Rules that are broken, with how often, errors first. */
function countedRules({ toMend, collection }: ReturnsSeen) {
  return ALL_RULES.map((rule) => ({ rule, count: toMend.filter((it) => it.rule === rule).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.rule.level.localeCompare(b.rule.level))
    .map(({ rule, count }) => ({
      ...wordsOf(rule),
      count,
      isAnnex: isAnnex(rule),
      href: hrefOf(paths.returns.list, collection.year, { rule: rule.number }),
    }));
}

const isAnnex = ({ number }: RuleWords) => number.startsWith('A');

const wordsOf = ({ number, level, words, enter, field }: RuleWords) => ({
  number,
  field,
  words,
  enter,
  level: LEVELS[level],
  isError: level === 'error',
});

function rowOf(row: ToMend, who: WhoIsMeant | undefined, officer: Actor) {
  const { rule, reference, childId } = row;
  const name = who?.name ?? null;
  return {
    ...wordsOf(rule),
    name: name ?? 'A child whose record you may not open',
    childHref: name === null ? undefined : paths.children.one(childId),
    heldBy: who?.heldBy ?? 'Nobody',
    reference,
    mendHref: name === null || !officer.roles.includes('send_manager') ? undefined : mendHref(row),
  };
}

/** Where the record is put right. */
function mendHref({ rule, childId, planId, reference }: ToMend): string {
  if (rule.mendAt === 'plan' && planId) return paths.returns.plan(planId);
  if (rule.mendAt === 'case' && reference) return paths.caseFile.timeline(reference);
  return paths.children.edit(childId);
}

function hrefOf(
  path: string,
  year: number,
  more: Readonly<Record<string, string | undefined>> = {},
): string {
  const asked = Object.entries({ year: String(year), ...more }).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  return `${path}?${new URLSearchParams(asked).toString()}`;
}
