import { type Recorded, type Standing } from '@app/casework';
import { clocksInForce } from '@app/pathways';
import { deadlineId } from './deadline-id';

/** The answer to a command; a repeated command gets the same one, byte for byte: the database keeps no order of keys. */
export function recordedAnswer({
  reference,
  version,
  type,
  occurredOn,
  recordedAt,
  stages,
  next,
}: Recorded) {
  const inOneOrder = Object.fromEntries(
    Object.entries(stages).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  return { reference, version, type, occurredOn, recordedAt, stages: inOneOrder, next };
}

/** A case, for a program: where it stands, its dates, and what can be recorded now. */
export function caseAnswer({ subject, pathway, possible }: Standing) {
  const inForce = clocksInForce(pathway.clocks, subject.state.context);
  const rules = new Map(inForce.map((rule) => [rule.code, rule]));
  return {
    reference: subject.reference,
    pathway: pathway.name,
    title: pathway.title,
    version: subject.version,
    open: subject.open,
    openedOn: subject.openedOn,
    stages: subject.state.value,
    clocks: subject.clocks.map(
      ({ code, subject: about, occurrence, rule, basis, anchor, dueOn, status, endedOn }) => ({
        id: deadlineId(subject.reference, { code, subject: about, occurrence }),
        code,
        subject: about,
        occurrence,
        label: rules.get(code)?.label ?? code,
        rule,
        basis,
        anchor,
        dueOn,
        status,
        endedOn,
        source: rules.get(code)?.source ?? null,
      }),
    ),
    events: possible.map(({ type, definition, reasons }) => ({
      type,
      title: definition.title,
      possible: reasons.length === 0,
      reasons,
    })),
  };
}
