import { type Actor } from '@app/access';
import { calendarFile, CalendarFeeds, type Panel, Panels } from '@app/panels';
import { plainDay, londonDay } from '@app/statutory-calendar';
import { Body, Controller, Get, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type FormBody, type Problem } from '../forms/form-body';
import { type Page, page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';

const OWN = { action: 'keep a calendar link', roles: 'any' } as const;
const FEED = { action: 'read a calendar link', roles: 'any', public: true } as const;
const ALL = 'all';
const FILE = /^([\w-]{43})\.ics$/;

/** Links with which a calendar shows when panels sit. The address of a link is shown once, when it is made. */
@Controller()
export class CalendarController {
  constructor(
    private readonly feeds: CalendarFeeds,
    private readonly panels: Panels,
  ) {}

  @Get(paths.panels.calendar)
  @Policy(OWN)
  async show(@SignedIn() officer: Actor): Promise<Page> {
    return this.page(officer, await this.own(officer));
  }

  @Post(paths.panels.calendar)
  @Policy(OWN)
  async make(
    @SignedIn() officer: Actor,
    @Body() body: FormBody,
    @Req() request: FastifyRequest,
  ): Promise<Page> {
    const panels = await this.own(officer);
    const chosen = one(body, 'what');
    const panel = panels.find(({ code }) => code === chosen);
    if (!panel && chosen !== ALL)
      return this.page(officer, panels, [{ field: 'what', text: 'Select what the link shows' }]);
    const token = await this.feeds.make(officer, panel);
    const href = `${request.protocol}://${request.host}${paths.panels.feed(`${token}.ics`)}`;
    return page('panels/calendar-made', { href, what: panel?.name ?? 'All your panels' });
  }

  @Post(paths.panels.revokeCalendar(':id'))
  @Policy(OWN)
  async revoke(@SignedIn() officer: Actor, @Param('id') id: string): Promise<Redirect> {
    if (!(await this.feeds.revoke(officer, id))) throw new NotFoundException();
    return redirect(paths.panels.calendar, {
      flash: 'The link no longer works. Calendars that have it keep what they read last.',
    });
  }

  @Get(paths.panels.feed(':file'))
  @Policy(FEED)
  async feed(
    @Param('file') file: string,
    @Req() { hostname }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const token = FILE.exec(file)?.[1];
    const feed = token && (await this.feeds.open(token));
    if (!feed) throw new NotFoundException();
    reply.type('text/calendar; charset=utf-8');
    return calendarFile({ ...feed, host: hostname });
  }

  /** @throws NotFoundException for somebody without a panel */
  private async own(officer: Actor): Promise<readonly Panel[]> {
    const panels = await this.panels.list(officer);
    if (!panels.length) throw new NotFoundException();
    return panels;
  }

  private async page(
    officer: Actor,
    panels: readonly Panel[],
    problems: readonly Problem[] = [],
  ): Promise<Page> {
    const links = await this.feeds.of(officer);
    const options = [{ value: ALL, text: 'All the panels that I sit on' }].concat(
      panels.map(({ code, name }) => ({ value: code, text: name })),
    );
    return page(
      'panels/calendar',
      {
        problems,
        links: links.map(({ id, panel, madeAt }) => ({
          what: panel ?? 'All your panels',
          made: plainDay(londonDay(madeAt)),
          revokeAction: paths.panels.revokeCalendar(id),
        })),
        question: {
          kind: 'choice',
          id: 'what',
          name: 'what',
          label: 'What does it show?',
          options,
          problem: problems[0]?.text,
        },
      },
      { status: problems.length ? 422 : 200 },
    );
  }
}
