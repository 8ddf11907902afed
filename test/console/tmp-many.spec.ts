import { addDays, englandBankHolidays, makeCalendar } from '@app/statutory-calendar';
import { councilTerms } from '../../apps/console/src/demo/calendar';
import { wendmoor } from '../../apps/console/src/demo/wendmoor';
import { Stage, standing } from './play';
it('many', () => {
  const lines: string[] = [];
  for (let n = 0; n < 800; n += 6) {
    const today = addDays('2026-08-20', n);
    try {
      const calendar = makeCalendar({
        bankHolidays: englandBankHolidays.days,
        terms: { name: 'W', ...councilTerms(today) },
      });
      const { cohorts, assessments } = wendmoor(today, calendar, 4);
      const stage = new Stage(today, calendar);
      const y6 = stage.tell(cohorts);
      for (const j of assessments) stage.tell([j]);
      const cohort = String(Number(today.slice(0, 4)) + (today.slice(5) >= '09' ? 1 : 0));
      const c = standing(y6.filter(({ journey }) => journey.cohort === cohort));
      lines.push(
        today +
          ' ' +
          JSON.stringify(c) +
          ' | ' +
          JSON.stringify(standing(y6.filter(({ journey }) => journey.cohort !== cohort))),
      );
    } catch (e) {
      lines.push(
        today +
          ' FAILED ' +
          (e as Error).message +
          JSON.stringify((e as { reasons?: unknown }).reasons ?? ''),
      );
    }
  }
  require('node:fs').writeFileSync('/tmp/cwc/many.txt', lines.join('\n'));
}, 900000);
