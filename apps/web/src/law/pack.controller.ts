import { AccessLog, type Actor } from '@app/access';
import { LawProposals, LawRounds, type LoadedPack } from '@app/casework';
import { Clock } from '@app/statutory-calendar';
import { Body, Controller, Get, NotFoundException, Param, Post, Query, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { fileAnswer, fileHrefs } from '../boards/board-file';
import { fromAsked, paged } from '../boards/paging';
import { type FormBody, type Problem } from '../forms/form-body';
import { type Page, page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import { AT_ONCE, KEEP_LAW, problemsIn } from './keep-law';
import { changeRow, differenceFile, differenceRows, packRow } from './pack-model';
import { certificateOf, decisionsOf, progressOf } from './pack-standing';

const ON_A_PAGE = 100;

interface Shown {
  readonly query?: unknown;
  readonly problems?: readonly Problem[];
}

/** One pack of law: the open cases that it changes, the decision of a second person, and how far it has come. */
@Controller()
export class PackController {
  constructor(
    private readonly laws: LawProposals,
    private readonly rounds: LawRounds,
    private readonly clock: Clock,
    private readonly log: AccessLog,
  ) {}

  @Get(paths.law.pack(':id'))
  @Policy(KEEP_LAW)
  show(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Query() query: unknown,
  ): Promise<Page> {
    return this.onePage(officer, id, { query });
  }

  @Get(paths.law.download(':id'))
  @Policy(KEEP_LAW)
  async download(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | Buffer> {
    const { pack } = await this.found(officer, id);
    await this.log.looked(officer, {
      action: 'took the cases of a rule pack',
      page: paths.law.home,
    });
    const rows = await this.laws.differences(id);
    return fileAnswer(reply, query, differenceFile(pack.name, rows));
  }

  @Post(paths.law.decide(':id'))
  @Policy(KEEP_LAW)
  async decide(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const decision = one(body, 'decision') === 'approved' ? 'approved' : 'refused';
    try {
      await this.laws.decide(officer, id, decision);
      await this.log.looked(officer, { action: `${decision} a rule pack`, page: paths.law.home });
    } catch (error) {
      return this.onePage(officer, id, { problems: problemsIn(error) });
    }
    if (decision === 'refused')
      return redirect(paths.law.home, { flash: 'The pack is refused. Nothing changes.' });
    await this.rounds.goOn(id, AT_ONCE);
    return redirect(paths.law.pack(id), { flash: 'The pack is approved. New cases count by it.' });
  }

  @Post(paths.law.follow(':id'))
  @Policy(KEEP_LAW)
  async follow(@SignedIn() officer: Actor, @Param('id') id: string): Promise<Redirect> {
    await this.found(officer, id);
    await this.rounds.tryAgain(id);
    await this.rounds.goOn(id, AT_ONCE);
    return redirect(paths.law.pack(id), { flash: 'Those cases were looked at again.' });
  }

  private async found({ authority }: Actor, id: string): Promise<LoadedPack> {
    const loaded = (await this.laws.all(authority)).find((it) => it.id === id);
    if (!loaded) throw new NotFoundException();
    return loaded;
  }

  private async onePage(
    officer: Actor,
    id: string,
    { query, problems = [] }: Shown,
  ): Promise<Page> {
    const loaded = await this.found(officer, id);
    const progress = await this.laws.progress(id);
    const differences = await this.laws.differences(id);
    const { rows, pager } = paged(
      differenceRows(differences, this.clock.today()),
      fromAsked(query),
      ON_A_PAGE,
      (from) => `${paths.law.pack(id)}${from ? `?from=${from}` : ''}`,
    );
    const model = {
      ...packRow(loaded),
      problems,
      changes: loaded.pack.changes.map(changeRow),
      rows,
      pager,
      cases: differences.length,
      judged: progress.judged,
      needsPerson: progress.person > 0,
      leftBehind: this.laws.leftBehind(loaded.pack),
      mayOpenCases: officer.roles.includes('send_manager'),
      ...fileHrefs(paths.law.download(id)),
      ...decisionsOf(loaded, officer.id),
      progress: progressOf(loaded, progress),
      certificate: certificateOf(loaded, progress),
    };
    return page('law/pack', model, { status: problems.length ? 422 : 200 });
  }
}
