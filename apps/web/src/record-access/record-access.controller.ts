import { type Actor, AccessLog, type RefusedAccess, Refusals } from '@app/access';
import { londonDay, londonTime, plainDay } from '@app/statutory-calendar';
import { Controller, Get } from '@nestjs/common';
import { type Page, page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';

/** For information governance: who was refused a record, and who was slowed down. */
@Controller()
export class RecordAccessController {
  constructor(
    private readonly refusals: Refusals,
    private readonly log: AccessLog,
  ) {}

  @Get(paths.recordAccess)
  @Policy({ action: 'see who was refused a record', roles: ['dpo', 'send_manager'] })
  async show(@SignedIn() officer: Actor): Promise<Page> {
    await this.log.looked(officer, { action: 'list.seen', page: 'access to records' });
    const rows = await this.refusals.lately(officer.authority);
    const of = (kind: RefusedAccess['kind']) => rows.filter((row) => row.kind === kind).map(rowOf);
    return page('record-access/list', { slowed: of('slowed'), refused: of('refused') });
  }
}

function rowOf({ officer, what, reference, times, last }: RefusedAccess) {
  return {
    officer,
    what: what ?? '',
    reference: reference ?? 'No such case',
    times,
    last: `${plainDay(londonDay(last))}, ${londonTime(last)}`,
  };
}
