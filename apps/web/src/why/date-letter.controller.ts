import { type Actor } from '@app/access';
import { CaseReader } from '@app/casework';
import { paperFile, type PaperFormat } from '@app/panels';
import { Clock } from '@app/statutory-calendar';
import { Controller, Get, NotFoundException, Param, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { CasePages } from '../cases/case-pages.service';
import { Authorities } from '../frame/authorities';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { readClockName } from './clock-name';
import { letterPaper } from './why-letter';

const FORMATS: Readonly<Record<string, PaperFormat>> = { word: 'word', pdf: 'pdf' };

/** Why this date, as a letter that an officer sends to the family. */
@Controller()
export class DateLetterController {
  constructor(
    private readonly pages: CasePages,
    private readonly reader: CaseReader,
    private readonly authorities: Authorities,
    private readonly clock: Clock,
  ) {}

  @Get(paths.caseFile.dateLetter(':reference', ':clock', ':format'))
  @Policy({ action: 'take a letter about a date', roles: 'any', relation: 'case' })
  async take(
    @SignedIn() officer: Actor,
    @Param() { reference = '', clock = '', format = '' }: Record<string, string>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const [asked, written] = [readClockName(clock), FORMATS[format]];
    if (!asked || !written) throw new NotFoundException();
    const opened = await this.pages.open(officer, reference, 'letter about a date');
    const why = await this.reader.why(officer, opened, asked);
    if (!why) throw new NotFoundException();
    const council = await this.authorities.named(officer.authority);
    const paper = letterPaper(opened.file, why, {
      council: council?.name ?? '',
      isMadeUp: council?.isDemo ?? false,
      now: this.clock.now(),
      today: opened.today,
    });
    const { name, type, bytes } = await paperFile(paper, written);
    reply
      .header('content-type', type)
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="${name}"`);
    return bytes;
  }
}
