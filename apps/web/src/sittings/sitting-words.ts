import { type AtSitting } from '@app/panels';
import { londonTime, longDay } from '@app/statutory-calendar';
import { STAGES } from '@app/panels';
import { paths } from '../paths';

const MINUTE = 60_000;

/** The head of every page of a sitting. */
export function sittingHead({ sitting, seat, hidden }: AtSitting) {
  const ends = new Date(sitting.startsAt.getTime() + sitting.minutes * MINUTE);
  return {
    id: sitting.id,
    panel: sitting.panel,
    day: longDay(sitting.sitsOn),
    times: `${londonTime(sitting.startsAt)} to ${londonTime(ends)}`,
    stage: sitting.stage,
    stageWords: STAGES[sitting.stage],
    runs: seat.runs,
    chairs: seat.chairs,
    hidden,
    panelHref: paths.panels.sitting(sitting.kind.code, sitting.id),
    agendaHref: paths.sittings.agenda(sitting.id),
    roomHref: paths.sittings.room(sitting.id),
    afterHref: seat.runs ? paths.around.after(sitting.id) : undefined,
    minutesHref: paths.sittings.minutes(sitting.id),
    packs: ['pack.pdf', 'pack.docx'].map((file) => ({
      text: file.endsWith('pdf') ? 'Your papers (PDF)' : 'Your papers (Word)',
      href: paths.sittings.paper(sitting.id, file),
    })),
  };
}

/** Reasons without the score, where that stands beside them. */
export const withoutScore = (reasons: readonly string[]) =>
  reasons.filter((words) => !/^Score \d+$/.test(words));

/** '13:30' as people say it: '1:30pm'. */
export function twelveHour(time: string): string {
  const [hour = '0', minute = '00'] = time.split(':');
  const past = minute === '00' ? '' : `:${minute}`;
  return `${Number(hour) % 12 || 12}${past}${Number(hour) < 12 ? 'am' : 'pm'}`;
}
