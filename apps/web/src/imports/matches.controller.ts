import { AccessLog, type Actor } from '@app/access';
import { MatchQueue } from '@app/attendance';
import { plainDay } from '@app/statutory-calendar';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { type FormBody } from '../forms/form-body';
import { type Page, page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import { FEED_ROLES } from './imports-roles';

const MATCH = { action: 'say which child is meant in a feed', roles: FEED_ROLES } as const;
const NONE = 'none';
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Pupils of the feeds of whom a person must say who they are. */
@Controller()
export class MatchesController {
  constructor(
    private readonly queue: MatchQueue,
    private readonly log: AccessLog,
  ) {}

  @Get(paths.feeds.matches)
  @Policy(MATCH)
  async show(@SignedIn() officer: Actor): Promise<Page> {
    const { all, pupils } = await this.queue.list(officer);
    await this.log.looked(officer, { action: 'feed.matches-seen', page: 'matches' });
    const rows = pupils.map((pupil) => ({
      ...pupil,
      dob: pupil.dob && plainDay(pupil.dob),
      action: paths.feeds.match(pupil.pupilId),
      choices: pupil.choices.map((it) => ({ ...it, dob: plainDay(it.dob) })),
    }));
    const sameUpn = pupils.some(({ choices }) => choices.some(({ why }) => why === 'Same UPN'));
    return page('imports/matches', { all, pupils: rows, sameUpn, none: NONE });
  }

  @Post(paths.feeds.acceptUpns)
  @Policy(MATCH)
  async acceptUpns(@SignedIn() officer: Actor): Promise<Redirect> {
    const count = await this.queue.acceptUpns(officer);
    await this.log.looked(officer, { action: 'feed.upns-accepted', page: 'matches' });
    const flash = count === 1 ? '1 pupil is matched.' : `${count} pupils are matched.`;
    return redirect(paths.feeds.matches, { flash });
  }

  @Post(paths.feeds.match(':id'))
  @Policy(MATCH)
  async decide(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Body() body: FormBody,
  ): Promise<Redirect> {
    const chosen = one(body, 'child') ?? '';
    if (chosen !== NONE && !ID.test(chosen))
      return notice('Choose a child, or say that it is none of ours. Nothing was changed.');
    const childId = chosen === NONE ? null : chosen;
    if (!(await this.queue.decide(officer, id, childId)))
      return notice('Nothing was changed: somebody else has decided this already.');
    await this.log.looked(officer, { action: 'feed.matched', childId, page: 'matches' });
    return redirect(paths.feeds.matches, { flash: 'Your decision is kept.' });
  }
}

const notice = (text: string) => redirect(paths.feeds.matches, { flash: { kind: 'notice', text } });
