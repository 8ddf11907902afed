import { type Agenda, type AgendaLine, type LeftOff } from '../pure/agenda-shape';
import { type Candidate } from '../pure/terms';
import { type CaseCandidate } from './candidates';

/** A whole school that is on the agenda. */
export interface SchoolCandidate extends Candidate {
  readonly reference: string;
  readonly school: string;
  readonly concern: string;
  readonly itemId: string;
}

/** What comes to a panel: a child's case, or a whole school. */
export type PanelCandidate = (CaseCandidate | SchoolCandidate) & { readonly reference: string };

/** Whether it is about a child. */
export function isChild(candidate: PanelCandidate): candidate is CaseCandidate {
  return candidate.kind !== 'school';
}

export interface PanelLine extends AgendaLine {
  readonly candidate: PanelCandidate;
}

export interface PanelLeftOff extends LeftOff {
  readonly candidate: PanelCandidate;
}

/** An agenda of these candidates: they come out of it as they went in. */
export interface PanelAgenda extends Agenda {
  readonly lines: readonly PanelLine[];
  readonly left: readonly PanelLeftOff[];
}
