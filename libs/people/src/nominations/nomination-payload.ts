import { pathwayNamed } from '@app/pathways';
import { type CalendarDay } from '@app/statutory-calendar';
import { type ReadRow } from './nomination-row';

/** The answers with which a Year 6 case opens (event NOMINATION_SUBMITTED). */
export interface NominationPayload {
  readonly nominatorRole: string;
  readonly reasons: readonly string[];
  readonly ncYear: number;
  readonly parentAware: boolean;
  readonly parentAwareOn?: CalendarDay;
  readonly expectedDestination?: string;
}

/** The payload of a row, with the destination as the register’s URN. Throws ZodError if the pathway has changed. */
export function nominationPayload(
  row: ReadRow,
  destination: string | undefined,
): NominationPayload {
  const payload = {
    nominatorRole: row.nominatorRole,
    reasons: [...row.reasons].sort(),
    ncYear: Number(row.ncYear ?? 6),
    parentAware: row.parentAware,
    ...(row.parentAwareOn ? { parentAwareOn: row.parentAwareOn } : {}),
    ...(destination ? { expectedDestination: destination } : {}),
  };
  pathwayNamed('y6_transition').events['NOMINATION_SUBMITTED']?.payload.parse(payload);
  return payload;
}

/** The same nomination: every answer alike, whatever the shell has put beside them. */
export function isSameNomination(
  row: NominationPayload,
  opened: Readonly<Record<string, unknown>>,
): boolean {
  const told = (answers: Readonly<Record<string, unknown>>) =>
    JSON.stringify(ANSWERS.map((name) => plain(answers[name])));
  return told({ ...row }) === told(opened);
}

const ANSWERS = [
  'nominatorRole',
  'reasons',
  'ncYear',
  'parentAware',
  'parentAwareOn',
  'expectedDestination',
] as const;

const plain = (answer: unknown) =>
  Array.isArray(answer) ? (answer as unknown[]).map(String).sort() : (answer ?? null);
