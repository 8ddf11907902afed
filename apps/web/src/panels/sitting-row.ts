import { movedWords, type PanelSeat, type PanelSitting } from '@app/panels';
import { londonDay, londonTime, plainDay, shortDay } from '@app/statutory-calendar';
import { paths } from '../paths';
import { REPLY_WORDS, stageWords, timesWords } from './panel-words';

/** One sitting in the diary of a panel, in words. */
export function sittingRow({ panel }: PanelSeat, sitting: PanelSitting) {
  return {
    href: paths.panels.sitting(panel.code, sitting.id),
    day: shortDay(sitting.sitsOn),
    times: timesWords(sitting),
    moved: movedLine(sitting),
    papersDue: `${shortDay(londonDay(sitting.papersDueAt))}, ${londonTime(sitting.papersDueAt)}`,
    stage: stageWords(sitting),
    reply: sitting.ownReply ? REPLY_WORDS[sitting.ownReply] : undefined,
  };
}

/** 'Moved from 3 May 2027: a bank holiday', 'Called off: snow', 'Extra sitting'. */
export function movedLine({
  stage,
  sitsOn,
  plannedFor,
  movedBecause,
  extra,
}: PanelSitting): string {
  if (stage === 'cancelled') return movedBecause ? `Called off: ${movedWords(movedBecause)}` : '';
  if (sitsOn !== plannedFor)
    return `Moved from ${plainDay(plannedFor)}: ${movedWords(movedBecause ?? 'CALENDAR_CHANGED')}`;
  return extra ? 'Extra sitting' : '';
}
