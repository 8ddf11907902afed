import { type Actor, mayRecord } from '@app/access';
import { type EventDefinition, type Pathway, type Possibility, type Reason } from '@app/pathways';
import { type CaseFile } from './case-file';
import { isDecision, stagesWith } from './from-here';
import { whoTakesIt } from './who-takes';

/** Something that cannot be recorded yet, and why. */
export interface NotYet {
  readonly type: string;
  readonly title: string;
  readonly text: string;
  readonly reasons: readonly Reason[];
}

interface Asked {
  readonly file: CaseFile;
  readonly pathway: Pathway;
  readonly actor: Actor;
  readonly all: readonly Possibility[];
}

const MOST = 5;

/** What cannot be recorded yet: blocked, for somebody else to decide, or next after this stage. */
export function notYet({ file, pathway, actor, all }: Asked): NotYet[] {
  const mine = all.filter(({ definition }) => mayRecord(actor, file, definition));
  return [
    ...blocked(mine),
    ...decided({ file, pathway, actor, all }),
    ...upcoming(file, pathway, all),
  ].slice(0, MOST);
}

/** Blocked, and worth saying so: hoped for, or something that can be supplied now. */
function blocked(mine: readonly Possibility[]): NotYet[] {
  const now = mine.filter(({ reasons }) => !reasons.length).map(({ type }) => type);
  const isNear = (reasons: readonly Reason[]) =>
    reasons.every(({ missing }) =>
      missing.every(({ byEvent }) => !byEvent || now.includes(byEvent)),
    );
  return mine
    .filter(
      ({ reasons, definition }) =>
        reasons.length &&
        isOfUse(definition) &&
        (definition.prominence === 'hoped' || isNear(reasons)),
    )
    .map(({ type, definition, reasons }) => ({
      type,
      title: definition.title,
      text: sentences(reasons),
      reasons,
    }));
}

/** Possible, but somebody else decides. */
function decided({ file, pathway, actor, all }: Asked): NotYet[] {
  return all
    .filter(
      ({ definition }) =>
        definition.prominence === 'hoped' &&
        !mayRecord(actor, file, definition) &&
        definition.roles.some((role) => role !== 'system'),
    )
    .map(({ type, definition, reasons }) => ({
      type,
      title: definition.title,
      reasons,
      text: `${whoTakesIt(pathway, type, file.deciderNames)} ${sentences(reasons)}`.trim(),
    }));
}

/** The step we hope for in the next stage. */
function upcoming(file: CaseFile, pathway: Pathway, all: readonly Possibility[]): NotYet[] {
  const at = pathway.copy.stages.findIndex(({ states }) => states.includes(file.stage));
  const [next] = pathway.copy.stages[at + 1]?.states ?? [];
  const found = Object.entries(pathway.events).find(
    ([type, definition]) =>
      definition.prominence === 'hoped' &&
      !all.some((it) => it.type === type) &&
      stagesWith(pathway, type).some((stage) => stage === next),
  );
  if (at < 0 || !found) return [];
  const [type, definition] = found;
  const when =
    pathway.copy.whenPossible?.[type] ??
    `It comes after “${pathway.copy.stages[at]?.label ?? ''}”.`;
  const who = isDecision(pathway, type) ? ` ${whoTakesIt(pathway, type, file.deciderNames)}` : '';
  return [{ type, title: definition.title, text: `${when}${who}`, reasons: [] }];
}

function isOfUse({ prominence }: EventDefinition): boolean {
  return prominence !== 'rare' && prominence !== 'other';
}

function sentences(reasons: readonly Reason[]): string {
  return reasons.map(({ text }) => (/[.?!]$/.test(text) ? text : `${text}.`)).join(' ');
}
