import { type Actor } from '@app/access';
import { CaseReader } from '@app/casework';
import { Clock } from '@app/statutory-calendar';
import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
import { CasePages } from '../cases/case-pages.service';
import { type Page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { whyModel } from './why-model';

const WHY = { action: 'see why a date is what it is', roles: 'any', relation: 'case' } as const;

/** Why this date: the rule, the facts and the sum, for every clock of every case. */
@Controller()
export class WhyController {
  constructor(
    private readonly pages: CasePages,
    private readonly reader: CaseReader,
    private readonly clock: Clock,
  ) {}

  @Get(paths.caseFile.why(':reference', ':code', ':occurrence'))
  @Policy(WHY)
  why(@SignedIn() officer: Actor, @Param() asked: Record<string, string>): Promise<Page> {
    return this.show(officer, asked);
  }

  @Get(paths.caseFile.whyOf(':reference', ':code', ':occurrence', ':subject'))
  @Policy(WHY)
  whyOf(@SignedIn() officer: Actor, @Param() asked: Record<string, string>): Promise<Page> {
    return this.show(officer, asked);
  }

  private async show(
    officer: Actor,
    { reference = '', code = '', occurrence = '', subject = '' }: Record<string, string>,
  ): Promise<Page> {
    const opened = await this.pages.open(officer, reference, 'why this date');
    const why = await this.reader.why(officer, opened, {
      code,
      subject,
      occurrence: Number(occurrence),
    });
    if (!why) throw new NotFoundException();
    return this.pages.show(
      opened,
      'why/date',
      whyModel(opened, why, { now: this.clock.now(), reader: officer.name }),
    );
  }
}
