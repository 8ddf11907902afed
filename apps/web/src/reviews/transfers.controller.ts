import { type Actor } from '@app/access';
import {
  type Outlook,
  OUTLOOKS,
  PlanRegister,
  TRANSFER_GROUPS,
  type TransferGroup,
} from '@app/reporting';
import { Clock, plainDay } from '@app/statutory-calendar';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { fromAsked, paged } from '../boards/paging';
import { type Page, page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import { fileAnswer } from '../boards/board-file';
import { reviewPage } from './review-page';
import { yearWords } from './plan-words';
import { reviewsHref } from './reviews-asked';
import { ReviewsRead } from './reviews-read.service';
import { REVIEW_ROLES } from './reviews-roles';
import { type Mover, movers, moverWords } from './transfer-words';

const SEE = { action: 'see children who move to the next phase', roles: REVIEW_ROLES } as const;
const ON_A_PAGE = 100;
const GROUPS = Object.keys(TRANSFER_GROUPS) as TransferGroup[];

/** Moves to the next phase: will the plan name the next place by 15 February, 31 March, or five months before? */
@Controller()
export class TransfersController {
  constructor(
    private readonly reviews: ReviewsRead,
    private readonly register: PlanRegister,
    private readonly clock: Clock,
  ) {}

  @Get(paths.reviews.transfers)
  @Policy(SEE)
  async list(@SignedIn() officer: Actor, @Query() query: unknown): Promise<Page> {
    const { seen, group, outlook, all, shown } = await this.asked(
      officer,
      query,
      'phase transfers',
    );
    const { on } = seen.asked;
    const href = (path: string, more: Readonly<Record<string, string | undefined>>) =>
      reviewsHref(path, { filter: {}, on }, { transfer: group, outlook, ...more });
    const { rows, pager } = paged(shown, fromAsked(query), ON_A_PAGE, (from) =>
      href(paths.reviews.transfers, { from }),
    );
    const [first] = all;
    return page(
      'reviews/transfers',
      {
        ...reviewPage(seen, officer, paths.reviews.transfers, this.clock.now()),
        group,
        lead: leadOf(all),
        dates:
          first && group !== 'college'
            ? {
                by: plainDay(first.judged.by),
                strictBy: plainDay(first.judged.strictBy),
                lastSafeMeeting: plainDay(first.judged.lastSafeMeeting),
              }
            : undefined,
        groups: GROUPS.map((key) => ({
          text: TRANSFER_GROUPS[key].label,
          href: href(paths.reviews.transfers, { transfer: key, outlook: undefined }),
          current: key === group,
        })),
        views: [undefined, ...(Object.keys(OUTLOOKS) as Outlook[])].map((key) => ({
          text: key ? OUTLOOKS[key] : 'All',
          href: href(paths.reviews.transfers, { outlook: key }),
          count: within(all, key).length,
          current: key === outlook,
        })),
        rows: rows.map((mover) => moverWords(mover, seen)),
        pager,
        mayAsk: seen.day === seen.today && rows.length > 0,
        chooseAll: one(query, 'chosen') === 'all',
        chooseAllHref: `${href(paths.reviews.transfers, { chosen: 'all' })}#plans`,
        fromHere: href(paths.reviews.transfers, {}),
        downloadHref: href(paths.reviews.transfersDownload, {}),
        workbookHref: href(paths.reviews.transfersDownload, { file: 'xlsx' }),
      },
      { status: seen.asked.problem ? 422 : 200 },
    );
  }

  @Get(paths.reviews.transfersDownload)
  @Policy(SEE)
  async download(
    @SignedIn() officer: Actor,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | Buffer> {
    const { seen, shown } = await this.asked(officer, query, 'phase transfers, file');
    return fileAnswer(reply, query, {
      name: 'phase-transfers',
      headings: [
        'Case',
        'Child',
        'Year group',
        'School',
        'Officer',
        'Move',
        'Stage',
        'Meeting',
        'Last safe meeting day',
        'Plan due by',
        'Sent by, at full periods',
        'Outlook',
      ],
      rows: shown.map((mover) => {
        const { plan, judged } = mover;
        const { name, officer: who, move, stage, outlook } = moverWords(mover, seen);
        const meeting = plan.heldOn ?? plan.meetingOn;
        return [
          plan.reference,
          name,
          yearWords(plan.ncYear),
          plan.schoolName,
          who,
          move,
          stage,
          meeting && { day: meeting },
          { day: judged.lastSafeMeeting },
          { day: judged.by },
          judged.fullPeriodsEnd && { day: judged.fullPeriodsEnd },
          outlook.text,
        ];
      }),
    });
  }

  private async asked(officer: Actor, query: unknown, pageName: string) {
    const seen = await this.reviews.seen(officer, query, pageName);
    const group = seen.asked.filter.transfer ?? 'february';
    const wanted = one(query, 'outlook');
    const outlook = wanted && Object.hasOwn(OUTLOOKS, wanted) ? (wanted as Outlook) : undefined;
    const { rows } = await this.register.list(officer, {
      day: seen.day,
      filter: { transfer: group },
    });
    const all = movers(rows, seen.day);
    return { seen, group, outlook, all, shown: within(all, outlook) };
  }
}

const within = (all: readonly Mover[], outlook: Outlook | undefined) =>
  all.filter(({ judged }) => !outlook || judged.outlook === outlook);

function leadOf(all: readonly Mover[]): string {
  const count = (outlook: Outlook) => within(all, outlook).length;
  if (!all.length) return 'No child with a plan makes this move.';
  const [short, missed, done] = [count('short'), count('missed'), count('done') + count('late')];
  const moving = all.length === 1 ? '1 child moves on' : `${all.length} children move on`;
  return `${moving}. ${done} done, ${short} too late if every step takes its full time, ${missed} past the day.`;
}
