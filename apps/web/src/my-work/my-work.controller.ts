import { AccessLog, type Actor, worksCases } from '@app/access';
import {
  OwnActions,
  Referrals,
  type Work,
  WORK_VIEWS,
  Worklist,
  type WorkView,
} from '@app/casework';
import { SchoolActions } from '@app/panels';
import { shortDay } from '@app/statutory-calendar';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { type Page, page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { csvFile } from '../safety/csv-cell';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import { actionStateOf } from '../support/action-model';
import { groupsOf, leadOf, lineOf, MOST_ROWS, todayWords, viewsOf } from './work-model';

const HEADINGS = [
  'Child',
  'Year and school',
  'What to do next',
  'Case',
  'Why it is here',
  'Blocked or waiting',
  'Due',
  'State',
];
const MANAGERS = ['send_manager', 'transition_lead', 'panel_coordinator'];

/** My work: what to do now, most urgent first, and why. The first page after signing in. */
@Controller()
export class MyWorkController {
  constructor(
    private readonly worklist: Worklist,
    private readonly log: AccessLog,
    private readonly referrals: Referrals,
    private readonly actions: OwnActions,
    private readonly schoolActions: SchoolActions,
  ) {}

  @Get(paths.myWork)
  @Policy({ action: 'see my work', roles: 'any' })
  async show(@SignedIn() officer: Actor, @Query() query: unknown): Promise<Page> {
    const asked = askedOf(officer, query);
    const [work, referrals, actions, forSchools] = await Promise.all([
      this.workFor(officer, asked.overTeam),
      this.referrals.waiting(officer),
      this.actions.elsewhere(officer),
      this.schoolActions.own(officer),
    ]);
    const rows = work.views[asked.view];
    return page('my-work/list', {
      title: asked.overTeam ? 'My team’s work' : 'My work',
      lead: leadOf(work, asked.overTeam),
      referrals: referrals.length,
      actions: actions.map((action) => ({
        ...action,
        href: paths.work.action(action.id),
        due: shortDay(action.dueOn),
        state: actionStateOf(action, work.today),
      })),
      schoolActions: forSchools.map((action) => ({
        text: action.text,
        school: action.school,
        href: paths.around.schoolAction(action.id),
        due: shortDay(action.dueOn),
        state: actionStateOf(action, work.today),
      })),
      views: viewsOf(work, asked.view, (view) => hrefFor(view, asked.overTeam)),
      viewTitle: WORK_VIEWS[asked.view],
      groups: groupsOf(rows, work.today, { owners: asked.overTeam }),
      today: todayWords(work.today),
      shown: Math.min(rows.length, MOST_ROWS),
      total: rows.length,
      more: Math.max(0, rows.length - MOST_ROWS),
      isCut: work.isCut,
      team: isManager(officer)
        ? {
            href: hrefFor('needs-me', !asked.overTeam),
            text: asked.overTeam ? 'My own work' : 'My team’s work',
          }
        : undefined,
      downloadHref: `${paths.work.download}?view=${asked.view}${asked.overTeam ? '&whose=team' : ''}`,
      mayAdd: worksCases(officer),
      handOverHref: asked.overTeam ? paths.handOver : undefined,
      empty: EMPTY[asked.view],
    });
  }

  @Get(paths.work.download)
  @Policy({ action: 'download my work', roles: 'any' })
  async download(
    @SignedIn() officer: Actor,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { view, overTeam } = askedOf(officer, query);
    const work = await this.workFor(officer, overTeam);
    await this.log.looked(officer, { action: 'list.downloaded', page: 'my work' });
    reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="my-work.csv"');
    return csvFile(
      HEADINGS,
      work.views[view].map((row) => {
        const line = lineOf(row, work.today, overTeam);
        return [
          line.childName,
          line.childLine,
          line.ask,
          `${line.askLine}, ${line.reference}`,
          line.because,
          line.badge ? `${line.badge.name}: ${line.badge.text}` : '',
          line.date.text,
          line.date.state?.text ?? '',
        ];
      }),
    );
  }

  @Get(paths.work.order)
  @Policy({ action: 'see how the order works', roles: 'any' })
  order(): Page {
    return page('my-work/order');
  }

  private workFor(officer: Actor, overTeam: boolean): Promise<Work> {
    return overTeam ? this.worklist.ofTeam(officer) : this.worklist.of(officer);
  }
}

const EMPTY: Readonly<Record<WorkView, string>> = {
  'needs-me': 'Nothing waits for you.',
  'this-week': 'Nothing is late or due this week.',
  blocked: 'Nothing of yours is blocked.',
  others: 'You wait for nobody.',
  all: 'You hold no open case.',
};

function askedOf(officer: Actor, query: unknown): { view: WorkView; overTeam: boolean } {
  const asked = one(query, 'view') ?? '';
  const view = asked in WORK_VIEWS ? (asked as WorkView) : 'needs-me';
  return { view, overTeam: one(query, 'whose') === 'team' && isManager(officer) };
}

function hrefFor(view: WorkView, overTeam: boolean): string {
  const parts = [view === 'needs-me' ? '' : `view=${view}`, overTeam ? 'whose=team' : ''].filter(
    Boolean,
  );
  return parts.length ? `${paths.myWork}?${parts.join('&')}` : paths.myWork;
}

function isManager({ roles }: Actor): boolean {
  return roles.some((role) => MANAGERS.includes(role));
}
