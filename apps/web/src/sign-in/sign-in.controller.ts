import { type Role, ROLES } from '@app/pathways';
import { Body, Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type FormBody } from '../forms/form-body';
import { type Page, page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SessionCookies } from '../session/cookies';
import { SessionRepository } from '../session/session.repository';
import { formToken } from '../session/tokens';
import { ROLE_LINES } from './role-lines';
import { type SignInResult, SignInService } from './sign-in.service';

const OPEN = { action: 'sign in', roles: 'any', public: true } as const;
const WRONG = 'E-mail address or password is not right';
const LOCKED = 'There were too many tries. Wait 15 minutes and try again';

/** The front door. */
@Controller()
export class SignInController {
  constructor(
    private readonly signIn: SignInService,
    private readonly sessions: SessionRepository,
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
    return session ? redirect(paths.myWork) : this.form('', []);
  }

  @Post(paths.signIn)
  @Policy(OPEN)
  async enter(
    @Body() body: FormBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page | Redirect> {
    const persona = one(body, 'persona');
    const email = one(body, 'email') ?? '';
    const password = typeof body['password'] === 'string' ? body['password'] : '';
    if (!persona && (!email || !password)) return this.form(email, missing(email, password));
    const result = persona
      ? await this.signIn.asPersona(persona)
      : await this.signIn.withPassword(email, password, request.ip);
    if (result.outcome !== 'in') return this.refused(result, persona, email);
    if (request.session) await this.sessions.end(request.session.tokenHash);
    this.cookies.setSession(reply, result.token);
    reply.header('x-csrf-token', formToken(result.csrfSecret));
    return redirect(paths.myWork);
  }

  @Post(paths.signOut)
  @Policy({ action: 'sign out', roles: 'any' })
  async leave(
    @Req() { session }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Redirect> {
    if (session) await this.sessions.end(session.tokenHash);
    this.cookies.clearSession(reply);
    reply.header('clear-site-data', '"cache", "storage"');
    return redirect(paths.signIn);
  }

  private refused(
    { outcome }: SignInResult,
    persona: string | undefined,
    email: string,
  ): Promise<Page> {
    const text =
      outcome === 'locked' ? LOCKED : persona ? 'There is nobody of that name to be here' : WRONG;
    return this.form(
      email,
      [{ field: persona ? 'persona' : 'email', text }],
      outcome === 'locked' ? 429 : 422,
    );
  }

  private async form(
    email: string,
    problems: readonly { field: string; text: string }[],
    status?: number,
  ): Promise<Page> {
    const personas = (await this.signIn.personas()).map(({ persona, name, roles }) => ({
      persona,
      name,
      role: roles.map((role) => ROLES[role]).join(', '),
      line: ROLE_LINES[roles[0] ?? ('system' satisfies Role)],
    }));
    const problem = Object.fromEntries(problems.map(({ field, text }) => [field, text]));
    return page(
      'sign-in/sign-in',
      { personas, email, problems, problem },
      { status: status ?? (problems.length ? 422 : 200) },
    );
  }
}

function missing(email: string, password: string) {
  return [
    ...(email ? [] : [{ field: 'email', text: 'Enter your e-mail address' }]),
    ...(password ? [] : [{ field: 'password', text: 'Enter your password' }]),
  ];
}
