import { type Actor } from '@app/access';
import { pathwayNamed } from '@app/pathways';
import { RECORDED_LATE, type Restatement, Restatements } from '@app/reporting';
import { addDays, Clock, londonDay, plainDay, shortDay } from '@app/statutory-calendar';
import { Controller, Get } from '@nestjs/common';
import { type Page, page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { BOARD_ROLES } from './boards-roles';

const DAYS_BACK = 90;
const { events } = pathwayNamed('ehc_needs_assessment');

/** Why a figure of a day gone by is not what it was: corrections and late entries. */
@Controller()
export class CorrectedController {
  constructor(
    private readonly restatements: Restatements,
    private readonly clock: Clock,
  ) {}

  @Get(paths.board.corrected)
  @Policy({ action: 'see what was corrected', roles: BOARD_ROLES })
  async list(@SignedIn() officer: Actor): Promise<Page> {
    const since = addDays(this.clock.today(), -DAYS_BACK);
    const rows = await this.restatements.since(officer, since);
    return page('boards/corrected', {
      since: plainDay(since),
      late: RECORDED_LATE,
      rows: rows.map(rowOf),
    });
  }
}

function rowOf({ reference, name, recordedAt, by, type, wasOn, isOn, reason }: Restatement) {
  const what = events[type]?.happened ?? events[type]?.title ?? 'A step';
  const moved = wasOn !== null && wasOn !== isOn;
  return {
    name,
    reference,
    href: paths.case(reference),
    what,
    how:
      wasOn === null
        ? `Recorded late. It happened on ${plainDay(isOn)}`
        : moved
          ? `The day was ${plainDay(wasOn)}; it is ${plainDay(isOn)}`
          : `What was recorded for ${plainDay(isOn)} was put right`,
    reason,
    when: shortDay(londonDay(recordedAt)),
    by,
  };
}
