import { type Actor } from '@app/access';
import { type CheckedTerm, type EqualityCheck, EqualityChecks, Panels, STEPS } from '@app/panels';
import { type Role } from '@app/pathways';
import { longDay } from '@app/statutory-calendar';
import { Controller, Get, NotFoundException, Query, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { type Page, page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { csvFile } from '../safety/csv-cell';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';

const ROLES: readonly Role[] = ['send_manager', 'panel_chair'];
const SEE = { action: 'see the equality check', roles: ROLES } as const;
const STEP_CODES = Object.keys(STEPS) as (keyof typeof STEPS)[];
const HIDDEN = 'Not shown';
const SEASONS = { autumn: 'Autumn term', spring: 'Spring term', summer: 'Summer term' } as const;

/** Once a term: who was found, listed, accepted and declined, by group, without small numbers. */
@Controller()
export class EqualityController {
  constructor(
    private readonly checks: EqualityChecks,
    private readonly panels: Panels,
  ) {}

  @Get(paths.around.equality)
  @Policy(SEE)
  async show(@SignedIn() officer: Actor, @Query() query: unknown): Promise<Page> {
    const check = await this.checks.of(officer, askedOf(query));
    if (!check) return page('around/equality', { check: undefined });
    const panels = await this.panels.list(officer);
    return page('around/equality', {
      check: true,
      panel: panels.find(({ code }) => code === check.panel)?.name ?? '',
      term: termWords(check.term),
      period: `${longDay(check.term.first)} to ${longDay(check.term.last)}`,
      steps: STEP_CODES.map((step) => STEPS[step]),
      whole: cellsOf(check.whole),
      groupings: check.groupings.map(({ title, groups }) => ({
        title,
        rows: groups.map(({ label, counts }) => ({ label, cells: cellsOf(counts) })),
      })),
      panels: panels.map(({ code, name }) => ({
        text: name,
        href: addressOf(code, check.term),
        current: code === check.panel,
      })),
      terms: check.terms.map((term) => ({
        text: termWords(term),
        href: addressOf(check.panel, term),
        current: term.code === check.term.code,
      })),
      downloadHref: addressOf(check.panel, check.term, paths.around.equalityDownload),
    });
  }

  @Get(paths.around.equalityDownload)
  @Policy(SEE)
  async download(
    @SignedIn() officer: Actor,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const check = await this.checks.of(officer, askedOf(query));
    if (!check) throw new NotFoundException();
    reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header(
        'content-disposition',
        `attachment; filename="equality-${check.panel}-${check.term.code}.csv"`,
      );
    return csvFile(['By', 'Group', ...STEP_CODES.map((step) => STEPS[step])], linesOf(check));
  }
}

const askedOf = (query: unknown) => ({ panel: one(query, 'panel'), term: one(query, 'term') });

const termWords = ({ season, first }: CheckedTerm) => `${SEASONS[season]} ${first.slice(0, 4)}`;

const addressOf = (panel: string, term: CheckedTerm, path: string = paths.around.equality) =>
  `${path}?panel=${panel}&term=${term.code}`;

const cellsOf = (counts: EqualityCheck['whole']) =>
  STEP_CODES.map((step) => String(counts[step] ?? HIDDEN));

function linesOf({ whole, groupings }: EqualityCheck): string[][] {
  return [
    ['All', 'All children', ...cellsOf(whole)],
    ...groupings.flatMap(({ title, groups }) =>
      groups.map(({ label, counts }) => [title, label, ...cellsOf(counts)]),
    ),
  ];
}
