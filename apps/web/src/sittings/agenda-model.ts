import {
  type AgendaInPreparation,
  isChild,
  type LogLine,
  type PanelLeftOff,
  type PanelLine,
  SERVICES,
} from '@app/panels';
import { londonDay, londonTime, plainDay } from '@app/statutory-calendar';
import { paths } from '../paths';
import { sittingHead, twelveHour, withoutScore } from './sitting-words';

const KINDS = { fresh: 'New', review: 'Review', school: 'Whole school' } as const;

/** The agenda in preparation as its page shows it: who is on and why, who is not and what would change that. */
export function agendaModel(agenda: AgendaInPreparation) {
  const { at, lines, left, warnings, logged } = agenda;
  const { sitting } = at;
  const used = lines.reduce((sum, { minutes }) => sum + minutes, 0);
  const changing = ['scheduled', 'agenda_open'].includes(sitting.stage);
  const live = ['papers_out', 'in_session', 'inquorate'].includes(sitting.stage);
  return {
    head: sittingHead(at),
    preparing: changing,
    changing: changing || live,
    lines: lines.map((line) => lineModel(sitting.id, line, changing || live)),
    left: left.filter(isReady).map((row) => leftModel(sitting.id, row, changing)),
    notReady: left.filter((row) => !isReady(row)).map((row) => leftModel(sitting.id, row, false)),
    warnings: warnings.map(({ text }) => text),
    sums: {
      fresh: countOf(lines, 'fresh', sitting.terms.fresh.count),
      review: countOf(lines, 'review', sitting.terms.review.count),
      minutes: `${used + sitting.terms.opening} of ${sitting.minutes} minutes`,
    },
    logged: logged.map(logLine),
    restricted: agenda.restricted,
    addSchoolHref: paths.sittings.addSchool(sitting.id),
    download: { text: 'Download (CSV)', href: paths.sittings.paper(sitting.id, 'agenda.csv') },
  };
}

/** Whether the case has come as far as a panel; others wait for a step of their own first. */
const isReady = ({ candidate }: PanelLeftOff) => !isChild(candidate) || !candidate.waitsFor;

function leftModel(
  sittingId: string,
  { candidate, whyNot, wouldPutOn, offer }: PanelLeftOff,
  mayChange: boolean,
) {
  return {
    name: isChild(candidate) ? candidate.childName : candidate.school,
    where: candidate.school ?? '',
    whyNot,
    wouldPutOn,
    offer: offer ? 'It cannot wait for the next sitting: ask for a delegated decision' : undefined,
    href:
      mayChange && isChild(candidate)
        ? paths.sittings.line(sittingId, candidate.reference)
        : undefined,
    caseHref: isChild(candidate) ? paths.case(candidate.reference) : undefined,
  };
}

function lineModel(
  sittingId: string,
  { candidate, position, startsAt, minutes, why }: PanelLine,
  mayChange: boolean,
) {
  return {
    at: twelveHour(startsAt),
    position,
    minutes,
    name: isChild(candidate) ? candidate.childName : candidate.school,
    where: isChild(candidate)
      ? [candidate.ncYear && `Year ${candidate.ncYear}`, candidate.school]
          .filter(Boolean)
          .join(', ')
      : candidate.concern,
    kind: KINDS[candidate.kind],
    score: candidate.kind === 'fresh' ? candidate.score : undefined,
    why: withoutScore(why),
    late: candidate.pinned?.late ?? false,
    asked: isChild(candidate)
      ? candidate.invited.map((service) => SERVICES[service]).join(', ')
      : '',
    href:
      mayChange && isChild(candidate)
        ? paths.sittings.line(sittingId, candidate.reference)
        : undefined,
    caseHref: isChild(candidate) ? paths.case(candidate.reference) : undefined,
  };
}

function countOf(lines: readonly PanelLine[], kind: 'fresh' | 'review', most: number): string {
  const count = lines.filter(({ candidate }) =>
    kind === 'review' ? candidate.kind === 'review' : candidate.kind !== 'review',
  ).length;
  return `${count} of ${most}`;
}

const LOGGED: Readonly<Record<LogLine['what'], string>> = {
  accepted: 'accepted',
  dropped: 'taken off',
  reordered: 'moved',
  late: 'added late',
  urgent: 'called urgent',
  added: 'put on',
  removed: 'taken off',
  asked: 'asked',
  not_asked: 'left out',
  may_wait: 'may wait once more, approved',
};

function logLine({ what, reason, child, to, service, by, at }: LogLine): string {
  const who = child || 'A school';
  const place = what === 'reordered' && to ? ` to place ${to}` : '';
  if (service)
    return `${SERVICES[service]} ${LOGGED[what]} ${what === 'asked' ? 'to' : 'of'} ${who} by ${by}, ${plainDay(londonDay(at))} at ${londonTime(at)}: ${reason}`;
  return `${who} ${LOGGED[what]}${place} by ${by}, ${plainDay(londonDay(at))} at ${londonTime(at)}: ${reason}`;
}
