import { AccessLog, type Actor } from '@app/access';
import { type Role } from '@app/pathways';
import { type MessageStatus, MessagesSent } from '@app/reporting';
import { londonDay, londonTime, plainDay } from '@app/statutory-calendar';
import { Controller, Get, NotFoundException, Param, Query, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { type Page, page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { csvFile } from '../safety/csv-cell';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import { isManager, lineModel, messageModel, type ViewKey, VIEWS } from './message-model';

/** Those who work with cases, and so with what is said about them. */
export const MESSAGE_ROLES: readonly Role[] = [
  'y6_worker',
  'transition_lead',
  'ehc_officer',
  'saso',
  'send_manager',
  'panel_coordinator',
  'dpo',
];
const SEE = { action: 'see the messages', roles: MESSAGE_ROLES } as const;
const ON_A_PAGE = 100;
const IN_A_FILE = 10_000;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const HEADINGS = [
  'When',
  'Time',
  'To',
  'How',
  'Case',
  'Child',
  'Subject',
  'Asked for by law',
  'Where it is',
  'What went wrong',
];

/** Messages: what was said, to whom, about which case, and where each stands. */
@Controller()
export class MessagesController {
  constructor(
    private readonly messages: MessagesSent,
    private readonly log: AccessLog,
  ) {}

  @Get(paths.messages)
  @Policy(SEE)
  async list(@SignedIn() officer: Actor, @Query() query: unknown): Promise<Page> {
    const { view, reference, before } = asked(query);
    const statuses = VIEWS[view].statuses;
    const [lines, counts] = await Promise.all([
      this.messages.list(officer, {
        ...(statuses && { statuses }),
        ...(reference && { reference }),
        ...(before && { before }),
        limit: ON_A_PAGE + 1,
      }),
      this.messages.counts(officer),
    ]);
    await this.log.looked(officer, { action: 'list.seen', page: 'messages' });
    const rows = lines.slice(0, ON_A_PAGE);
    const count = (of: readonly MessageStatus[] | undefined) =>
      (of ?? (Object.keys(counts) as MessageStatus[])).reduce(
        (sum, status) => sum + (counts[status] ?? 0),
        0,
      );
    const last = rows.at(-1);
    return page('messages/messages', {
      views: (Object.keys(VIEWS) as ViewKey[]).map((key) => ({
        text: VIEWS[key].text,
        href: hrefOf({ view: key }),
        count: count(VIEWS[key].statuses),
        current: key === view && !reference,
      })),
      rows: rows.map(lineModel),
      reference,
      waiting: count(['for_release']),
      trouble: count(['failed', 'in_doubt']),
      isManager: isManager(officer),
      older:
        lines.length > ON_A_PAGE && last ? hrefOf({ view, reference, before: last.id }) : undefined,
      downloadHref: hrefOf({ view, reference }, paths.message.download),
    });
  }

  @Get(paths.message.download)
  @Policy(SEE)
  async download(
    @SignedIn() officer: Actor,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { view, reference } = asked(query);
    const statuses = VIEWS[view].statuses;
    const lines = await this.messages.list(officer, {
      ...(statuses && { statuses }),
      ...(reference && { reference }),
      limit: IN_A_FILE,
    });
    await this.log.looked(officer, { action: 'list.downloaded', page: 'messages' });
    reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="messages.csv"');
    const rows = lines.map((line) => {
      const { to, channel, subject, status, trouble } = lineModel(line);
      const at = line.sentAt ?? line.dueAt;
      return [
        plainDay(londonDay(at)),
        londonTime(at),
        to,
        channel,
        line.reference,
        line.childName,
        subject,
        line.statutory ? 'Yes' : 'No',
        status,
        trouble,
      ];
    });
    return csvFile(HEADINGS, rows);
  }

  @Get(paths.message.one(':id'))
  @Policy({ ...SEE, relation: 'case' })
  async read(@SignedIn() officer: Actor, @Param('id') id: string): Promise<Page> {
    const message = ID.test(id) ? await this.messages.find(officer, id) : undefined;
    if (!message) throw new NotFoundException();
    const { caseId, childId } = message;
    await this.log.looked(officer, { action: 'message.read', caseId, childId, page: 'message' });
    return page('messages/message', messageModel(message, officer));
  }
}

function asked(query: unknown): {
  view: ViewKey;
  reference: string | undefined;
  before: string | undefined;
} {
  const view = one(query, 'view');
  const reference = one(query, 'case');
  const before = one(query, 'before');
  return {
    view: view && Object.hasOwn(VIEWS, view) ? (view as ViewKey) : 'all',
    reference: reference && /^[A-Z0-9]{1,5}-\d{1,9}$/.test(reference) ? reference : undefined,
    before: before && ID.test(before) ? before : undefined,
  };
}

function hrefOf(
  { view, reference, before }: { view: ViewKey; reference?: string | undefined; before?: string },
  path: string = paths.messages,
): string {
  const given = Object.entries({
    view: view === 'all' ? undefined : view,
    case: reference,
    before,
  }).flatMap(([name, value]) => (value ? [`${name}=${value}`] : []));
  return given.length ? `${path}?${given.join('&')}` : path;
}
