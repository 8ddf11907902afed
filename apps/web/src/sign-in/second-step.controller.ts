import { base32, enrolmentUri } from '@app/access';
import { Body, Controller, Get, NotFoundException, Post, Req } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import qrcode from 'qrcode-generator';
import { type FormBody, type Problem } from '../forms/form-body';
import { type Page, page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { type Session } from '../session/session';
import { PasswordService } from './password.service';
import { SecondSteps } from './second-step.service';

const OWN = {
  action: 'set up my own second step',
  roles: 'any',
  beforeSecondStep: true,
} as const;
const WRONG: Problem = {
  field: 'code',
  text: 'This is not the code that the app shows now. Wait for the next one and type it',
};

/** Setting up the code that follows one’s own password. */
@Controller()
export class SecondStepController {
  constructor(
    private readonly steps: SecondSteps,
    private readonly passwords: PasswordService,
  ) {}

  @Get(paths.secondStep.home)
  @Policy(OWN)
  async show(@Req() request: FastifyRequest): Promise<Page> {
    return this.home(await this.ownOf(request), []);
  }

  @Post(paths.secondStep.begin)
  @Policy(OWN)
  async begin(@Req() request: FastifyRequest): Promise<Page> {
    return this.enrolment(await this.ownOf(request), true, []);
  }

  @Post(paths.secondStep.confirm)
  @Policy(OWN)
  async confirm(@Req() request: FastifyRequest, @Body() body: FormBody): Promise<Page> {
    const session = await this.ownOf(request);
    const codes = await this.steps.confirm(session, one(body, 'code') ?? '');
    if (!codes) return this.enrolment(session, false, [WRONG]);
    return page('account/recovery-codes', { codes });
  }

  @Post(paths.secondStep.remove)
  @Policy(OWN)
  async remove(@Req() request: FastifyRequest, @Body() body: FormBody): Promise<Page | Redirect> {
    const session = await this.ownOf(request);
    const typed = typeof body['current'] === 'string' ? body['current'] : '';
    const problem = await this.passwords.isNot(session.actor.id, typed);
    if (problem) return this.home(session, [problem]);
    await this.steps.remove(session.actor);
    return redirect(paths.secondStep.home, { flash: 'The second step is taken away.' });
  }

  /** The session of somebody with a password of their own. */
  private async ownOf(request: FastifyRequest): Promise<Session> {
    const session = request.session as Session;
    if (!(await this.passwords.has(session.actor.id))) throw new NotFoundException();
    return session;
  }

  private async home({ actor }: Session, problems: readonly Problem[]): Promise<Page> {
    const step = await this.steps.of(actor.id);
    return page(
      'account/second-step',
      { isOn: step?.confirmed ?? false, left: step?.left, ...wrong(problems) },
      status(problems),
    );
  }

  private async enrolment(
    { actor }: Session,
    anew: boolean,
    problems: readonly Problem[],
  ): Promise<Page> {
    const step = anew ? await this.steps.begin(actor.id) : await this.steps.of(actor.id);
    if (!step || step.confirmed) throw new NotFoundException();
    const secret = base32(step.secret).replaceAll(/(.{4})(?=.)/g, '$1 ');
    const square = squareOf(enrolmentUri(step.secret, 'Causeway', actor.name));
    return page('account/enrolment', { secret, square, ...wrong(problems) }, status(problems));
  }
}

const wrong = (problems: readonly Problem[]) => ({
  problems,
  problem: Object.fromEntries(problems.map(({ field, text }) => [field, text])),
});

const status = (problems: readonly Problem[]) => ({ status: problems.length ? 422 : 200 });

/** The picture that an app reads, as one path of an SVG. */
function squareOf(words: string): { size: number; path: string } {
  const code = qrcode(0, 'M');
  code.addData(words);
  code.make();
  const size = code.getModuleCount();
  const all = Array.from({ length: size }, (_, at) => at);
  const dark = all.flatMap((row) =>
    all.filter((column) => code.isDark(row, column)).map((column) => `M${column} ${row}h1v1h-1z`),
  );
  return { size, path: dark.join('') };
}
