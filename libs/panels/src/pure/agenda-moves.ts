import { NotAllowedNow } from '@app/pathways';
import { timed } from './agenda';
import { type Agenda, type AgendaMove } from './agenda-shape';
import { type Candidate } from './terms';

/**
 * The agenda after the chair's moves, with new times; every move stays in its log. Pure.
 * @throws NotAllowedNow when a move has no reason, or its item is not on the agenda
 */
export function reordered<C extends Candidate>(
  agenda: Agenda<C>,
  moves: readonly AgendaMove[],
): Agenda<C> {
  return moves.reduce(moved<C>, agenda);
}

function moved<C extends Candidate>(agenda: Agenda<C>, move: AgendaMove): Agenda<C> {
  const from = agenda.lines.findIndex(({ candidate }) => candidate.id === move.candidateId);
  const line = agenda.lines[from];
  if (!line) throw refused('onAgenda', 'That item is not on this agenda. Open the agenda again');
  if (!move.reason.trim()) throw refused('reason', 'Give the reason for moving this item');
  if (!Number.isInteger(move.to) || move.to < 1 || move.to > agenda.lines.length) {
    throw refused('place', `Choose a place from 1 to ${agenda.lines.length}`);
  }
  const rest = agenda.lines.filter((it) => it !== line);
  const lines = [...rest.slice(0, move.to - 1), line, ...rest.slice(move.to - 1)];
  return {
    ...agenda,
    lines: timed(lines, agenda.lines[0]?.startsAt ?? line.startsAt),
    log: [...agenda.log, { ...move, from: from + 1 }],
  };
}

const refused = (guard: string, text: string) =>
  new NotAllowedNow('AGENDA_REORDERED', [{ guard, text, missing: [] }]);
