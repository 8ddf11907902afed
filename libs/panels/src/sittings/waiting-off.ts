import { pathwayNamed } from '@app/pathways';
import { type LogLine } from './agenda-log';
import { type CaseCandidate } from './candidates';
import { type PanelLeftOff } from './panel-candidate';

/** Those who are off for a reason of people: taken off by hand, or their case is not so far. */
export function waitingOff(
  cases: readonly CaseCandidate[],
  dropped: ReadonlyMap<string, LogLine>,
): PanelLeftOff[] {
  return cases.flatMap((candidate) => {
    const off = dropped.get(candidate.id);
    if (off)
      return [
        {
          candidate,
          whyNot: [`Taken off by ${off.by}: ${off.reason}`],
          wouldPutOn: ['Put it back, with a reason'],
        },
      ];
    return candidate.waitsFor ? [notYet(candidate, candidate.waitsFor)] : [];
  });
}

function notYet(candidate: CaseCandidate, event: string): PanelLeftOff {
  const { copy, events } = pathwayNamed(candidate.pathway);
  const at = copy.states['work']?.[candidate.stage] ?? candidate.stage;
  return {
    candidate,
    whyNot: [`The case is at “${at}”`],
    wouldPutOn: [events[event]?.title ?? event],
  };
}
