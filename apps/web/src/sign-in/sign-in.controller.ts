import { Body, Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type FormBody, type Problem } from '../forms/form-body';
import { type Page, page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SessionCookies } from '../session/cookies';
import { SessionRepository } from '../session/session.repository';
import { formToken, randomToken } from '../session/tokens';
import { type KeptForm, readKept, wordsOf } from './kept-form';
import { SecondStepRepository } from './second-step.repository';
import { codePage, signInPage } from './sign-in-page';
import { SignInService } from './sign-in.service';

const OPEN = { action: 'sign in', roles: 'any', public: true } as const;
const WRONG: Problem = { field: 'email', text: 'E-mail address or password is not right' };
const LOCKED: Problem = {
  field: 'email',
  text: 'There were too many tries. Wait 15 minutes and try again',
};
const AGAIN: Problem = {
  field: 'email',
  text: 'More than 10 minutes have passed since your password. Enter it again',
};
const NOT_THE_CODE: Problem = {
  field: 'code',
  text: 'This code is not right, or was used before. Wait for the next one and type it',
};
const NOBODY: Problem = { field: 'persona', text: 'There is nobody of that name to be here' };

/** The front door. */
@Controller()
export class SignInController {
  constructor(
    private readonly signIn: SignInService,
    private readonly sessions: SessionRepository,
    private readonly steps: SecondStepRepository,
    @Inject(SessionCookies) private readonly cookies: SessionCookies,
  ) {}

  @Get(paths.home)
  @Policy(OPEN)
  home(@Req() { session }: FastifyRequest): Redirect {
    return redirect(session ? paths.myWork : paths.signIn);
  }

  @Get(paths.signIn)
  @Policy(OPEN)
  async ask(@Req() { session }: FastifyRequest): Promise<Page | Redirect> {
    return session ? redirect(paths.myWork) : this.form('', undefined, []);
  }

  @Post(paths.signIn)
  @Policy(OPEN)
  async enter(
    @Body() body: FormBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page | Redirect> {
    const kept = readKept(one(body, 'kept'));
    if (kept && body['again'] !== undefined) return this.form('', kept, []);
    const persona = one(body, 'persona');
    const email = one(body, 'email') ?? '';
    const password = typeof body['password'] === 'string' ? body['password'] : '';
    const code = one(body, 'code');
    if (code !== undefined && !email) return this.enterCode(request, reply, { code, kept });
    const lacking = persona ? [] : missing(email, password);
    if (lacking.length) return this.form(email, kept, lacking);
    const result = persona
      ? await this.signIn.asPersona(persona)
      : await this.signIn.withPassword({ email, password, code }, request.ip);
    if (result.outcome === 'code') return this.askForCode(request, reply, result.officerId, kept);
    if (result.outcome === 'locked') return this.form(email, kept, [LOCKED], 429);
    if (result.outcome === 'wrong') return this.form(email, kept, [persona ? NOBODY : WRONG]);
    return this.goIn(request, reply, result, kept);
  }

  @Post(paths.signOut)
  @Policy({ action: 'sign out', roles: 'any', beforeSecondStep: true })
  async leave(
    @Req() { session }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Redirect> {
    if (session) await this.sessions.end(session.tokenHash);
    this.cookies.clearSession(reply);
    reply.header('clear-site-data', '"cache", "storage"');
    return redirect(paths.signIn);
  }

  /** The password was right: this browser, and no other, may bring the code. */
  private async askForCode(
    request: FastifyRequest,
    reply: FastifyReply,
    officerId: string,
    kept: KeptForm | undefined,
  ): Promise<Page> {
    const visit = randomToken();
    this.cookies.setVisit(reply, visit);
    if (!request.session) request.formSecret = visit;
    await this.steps.keepHalf(visit, officerId);
    return codePage(kept, []);
  }

  private async enterCode(
    request: FastifyRequest,
    reply: FastifyReply,
    { code, kept }: { code: string; kept: KeptForm | undefined },
  ): Promise<Page | Redirect> {
    const visit = this.cookies.visit(request) ?? '';
    const officerId = await this.steps.halfOf(visit);
    if (!officerId) return this.form('', kept, [AGAIN]);
    const result = await this.signIn.withCode(officerId, code);
    if (result.outcome === 'locked') return codePage(kept, [{ ...LOCKED, field: 'code' }], 429);
    if (result.outcome !== 'in') return codePage(kept, [NOT_THE_CODE]);
    await this.steps.endHalf(visit);
    return this.goIn(request, reply, result, kept);
  }

  private async goIn(
    request: FastifyRequest,
    reply: FastifyReply,
    { token, csrfSecret }: { token: string; csrfSecret: string },
    kept: KeptForm | undefined,
  ): Promise<Page | Redirect> {
    if (request.session) await this.sessions.end(request.session.tokenHash);
    this.cookies.setSession(reply, token);
    reply.header('x-csrf-token', formToken(csrfSecret));
    if (!kept) return redirect(paths.myWork);
    request.session = await this.sessions.find(token);
    request.formSecret = csrfSecret;
    return page('sign-in/kept', { ...kept, words: wordsOf(kept) });
  }

  private async form(
    email: string,
    kept: KeptForm | undefined,
    problems: readonly Problem[],
    status?: number,
  ): Promise<Page> {
    const personas = await this.signIn.personas();
    return signInPage({ personas, email, kept, problems, ...(status && { status }) });
  }
}

function missing(email: string, password: string): Problem[] {
  return [
    ...(email ? [] : [{ field: 'email', text: 'Enter your e-mail address' }]),
    ...(password ? [] : [{ field: 'password', text: 'Enter your password' }]),
  ];
}
