import { type Actor } from '@app/access';
import { ROLES } from '@app/pathways';
import { londonDay, londonTime, shortDay } from '@app/statutory-calendar';
import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type FormBody, type Problem } from '../forms/form-body';
import { type Page, page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { type OwnSession, SessionRepository } from '../session/session.repository';
import { type Session } from '../session/session';
import { SignedIn } from '../session/signed-in.decorator';
import { PasswordService } from './password.service';

const OWN = { action: 'see my own account', roles: 'any', beforeSecondStep: true } as const;

/** A person's own account: who they are here, where they are signed in, their password. */
@Controller()
export class AccountController {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly passwords: PasswordService,
  ) {}

  @Get(paths.account)
  @Policy(OWN)
  show(@Req() request: FastifyRequest): Promise<Page> {
    return this.account(request.session as Session, []);
  }

  @Post(paths.endSession)
  @Policy(OWN)
  async end(@SignedIn() officer: Actor, @Body() body: FormBody): Promise<Redirect> {
    const ended = await this.sessions.endOwn(officer.id, one(body, 'session') ?? '');
    return redirect(paths.account, {
      flash: ended ? 'That session has ended.' : 'That session had ended already.',
    });
  }

  @Post(paths.changePassword)
  @Policy(OWN)
  async change(@Req() request: FastifyRequest, @Body() body: FormBody): Promise<Page | Redirect> {
    const session = request.session as Session;
    const typed = (name: string) => (typeof body[name] === 'string' ? body[name] : '');
    const problems = await this.passwords.change(
      session.actor.id,
      typed('current'),
      typed('new'),
      session.tokenHash,
    );
    if (problems.length) return this.account(session, problems);
    return redirect(paths.account, {
      flash: 'Your password is changed. Other sessions have ended.',
    });
  }

  private async account(
    { actor, tokenHash, lacksSecondStep }: Session,
    problems: readonly Problem[],
  ): Promise<Page> {
    const sessions = await this.sessions.of(actor.id, tokenHash);
    const model = {
      name: actor.name,
      roles: actor.roles.map((role) => ROLES[role]),
      sessions: sessions.map(inWords),
      hasPassword: await this.passwords.has(actor.id),
      lacksSecondStep,
      problems,
      problem: Object.fromEntries(problems.map(({ field, text }) => [field, text])),
    };
    return page('account/account', model, { status: problems.length ? 422 : 200 });
  }
}

function inWords({ key, createdAt, seenAt, isThis }: OwnSession) {
  return { key, isThis, since: moment(createdAt), seen: moment(seenAt) };
}

function moment(at: Date): string {
  return `${shortDay(londonDay(at))}, ${londonTime(at)}`;
}
