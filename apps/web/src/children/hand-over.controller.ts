import { AccessDenied, type Actor } from '@app/access';
import { CaseLists, type ListedCase } from '@app/casework';
import { Officers } from '@app/people';
import { pathwayNamed } from '@app/pathways';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { type FormBody, type Problem } from '../forms/form-body';
import { type Page, page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one, several } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import { HandOver } from './hand-over.service';

const MANAGERS = ['send_manager', 'transition_lead', 'panel_coordinator'] as const;
const POLICY = { action: 'hand over an officer’s cases', roles: [...MANAGERS] } as const;

/** An officer leaves or is away: their cases go to another, with a result for each. */
@Controller()
export class HandOverController {
  constructor(
    private readonly lists: CaseLists,
    private readonly officers: Officers,
    private readonly handOver: HandOver,
  ) {}

  @Get(paths.handOver)
  @Policy(POLICY)
  ask(@SignedIn() manager: Actor, @Query() query: unknown): Promise<Page> {
    return this.show(manager, { from: one(query, 'from') ?? '' }, []);
  }

  @Post(paths.handOver)
  @Policy(POLICY)
  async move(@SignedIn() manager: Actor, @Body() body: FormBody): Promise<Page> {
    const problems = problemsOf(body);
    if (problems.length) return this.show(manager, body, problems);
    const held = await this.lists.heldBy(manager, one(body, 'from') ?? '');
    const chosen = several(body, 'case');
    const cases = held.filter(({ reference }) => chosen.includes(reference));
    if (!cases.length) throw new AccessDenied('hand over cases that this officer does not hold');
    const to = one(body, 'to') ?? '';
    const officers = await this.officers.list(manager);
    const results = await this.handOver.move(manager, cases, {
      to,
      reason: one(body, 'reason') ?? '',
      batch: one(body, 'batch') ?? randomUUID(),
      overReason: one(body, 'overReason'),
    });
    return page('children/handed-over', {
      to: officers.find(({ id }) => id === to)?.name ?? 'the new officer',
      done: results.filter(({ isDone }) => isDone).length,
      results: results.map((result) => ({ ...result, href: paths.case(result.reference) })),
    });
  }

  private async show(manager: Actor, body: FormBody, problems: readonly Problem[]): Promise<Page> {
    const from = typeof body['from'] === 'string' ? body['from'] : '';
    const [officers, held] = await Promise.all([
      this.officers.list(manager),
      from ? this.lists.heldBy(manager, from) : [],
    ]);
    const chosen = several(body, 'case');
    const holders = officers.filter(({ openCases }) => openCases > 0);
    const others = officers.filter(
      ({ id, active, roles }) =>
        active &&
        id !== from &&
        roles.some((role) =>
          ['y6_worker', 'ehc_officer', 'transition_lead', 'send_manager'].includes(role),
        ),
    );
    const value = (name: string) => (typeof body[name] === 'string' ? body[name] : '');
    const problem = (name: string) => problems.find(({ field }) => field === name)?.text;
    return page(
      'children/hand-over',
      {
        holders: holders.map(({ id, name, openCases }) => ({
          value: id,
          text: `${name} (${openCases} open)`,
          chosen: id === from,
        })),
        from,
        fromName: officers.find(({ id }) => id === from)?.name,
        cases: held.map((subject) =>
          rowOf(subject, problems.length ? chosen.includes(subject.reference) : true),
        ),
        to: {
          kind: 'select',
          id: 'to',
          name: 'to',
          label: 'Who takes them?',
          problem: problem('to'),
          options: others.map(({ id, name, openCases, caseloadMax }) => ({
            value: id,
            text: `${name} (${openCases} open, limit ${caseloadMax})`,
            chosen: id === value('to'),
          })),
        },
        reason: {
          kind: 'text',
          id: 'reason',
          name: 'reason',
          label: 'Why?',
          value: value('reason'),
          problem: problem('reason'),
        },
        overReason: {
          kind: 'text',
          id: 'overReason',
          name: 'overReason',
          label: 'Reason for going over the officer’s limit (optional)',
          hint: 'Only needed if they would be too full',
          value: value('overReason'),
        },
        batch: value('batch') || randomUUID(),
        problems,
      },
      { status: problems.length ? 422 : 200 },
    );
  }
}

function problemsOf(body: FormBody): Problem[] {
  return [
    ...(several(body, 'case').length
      ? []
      : [{ field: 'case-1', text: 'Choose at least one case' }]),
    ...(one(body, 'to') ? [] : [{ field: 'to', text: 'Select who takes them' }]),
    ...(one(body, 'reason') ? [] : [{ field: 'reason', text: 'Say why they are handed over' }]),
  ];
}

function rowOf(
  { reference, childName, pathway, pathwayVersion, stage }: ListedCase,
  isChosen: boolean,
) {
  const { title, copy } = pathwayNamed(pathway, pathwayVersion);
  return {
    reference,
    childName,
    isChosen,
    href: paths.case(reference),
    place: `${title}: ${(copy.states['work']?.[stage] ?? 'open').toLowerCase()}`,
  };
}
