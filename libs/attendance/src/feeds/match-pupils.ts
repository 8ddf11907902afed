import { type Runner } from '@app/database';
import { keyOf, type PupilSaid } from './identity';
import { MATCH_SQL, WRITE_PUPILS_SQL } from './match-sql';

/** How a pupil of a feed is known to be a child on record; `waiting` is for a person to decide. */
export type Match = 'auto' | 'waiting' | 'decided' | 'not_ours';

/** A pupil of the feed, and which child it is. */
export interface MatchedPupil {
  readonly key: string;
  readonly said: PupilSaid;
  readonly match: Match;
  /** Why it was matched, or why a person must look. */
  readonly why: string;
  readonly childId: string | null;
  /** Where the pupil was in a feed before. */
  readonly pupilId: string | null;
}

interface FoundRow {
  key: string;
  pupilId: string | null;
  match: Match | null;
  why: string | null;
  childId: string | null;
  upnChild: string | null;
  sameDob: boolean | null;
  namesakes: number;
}

/** Lays pupils beside the records: one question for all of them. */
export async function matchPupils(
  tx: Runner,
  authority: string,
  pupils: readonly PupilSaid[],
): Promise<ReadonlyMap<string, MatchedPupil>> {
  const byKey = new Map<string, PupilSaid>();
  for (const said of pupils) byKey.set(keyOf(said), { ...byKey.get(keyOf(said)), ...filled(said) });
  const all = [...byKey];
  const rows = await tx.run<FoundRow>('feed-match', MATCH_SQL, [
    authority,
    all.map(([key]) => key),
    all.map(([, { upn }]) => upn ?? null),
    all.map(([, { dob }]) => dob ?? null),
    all.map(([, { surname }]) => surname ?? null),
    all.map(([, { forename }]) => forename ?? null),
  ]);
  return new Map(rows.map((row) => [row.key, matched(row, byKey.get(row.key) ?? {})]));
}

function matched(row: FoundRow, said: PupilSaid): MatchedPupil {
  const { key, pupilId, upnChild, sameDob } = row;
  const about = { key, said, pupilId };
  if (row.match && row.match !== 'waiting')
    return { ...about, match: row.match, why: row.why ?? '', childId: row.childId };
  if (upnChild && sameDob)
    return { ...about, match: 'auto', why: 'UPN and date of birth', childId: upnChild };
  return { ...about, match: 'waiting', why: whyNot(row, said), childId: null };
}

function whyNot({ upnChild, sameDob, namesakes }: FoundRow, { upn }: PupilSaid): string {
  if (upnChild && sameDob === false) return 'The UPN is on record with another date of birth';
  if (upnChild) return 'The UPN is on record; no date of birth was sent';
  if (namesakes > 0)
    return upn
      ? 'Name and date of birth are on record with another UPN, or none'
      : 'Name and date of birth are on record; no UPN was sent';
  return 'Nobody on record has this UPN, or this name and date of birth';
}

/** Keeps the pupils of a feed, what was said of them, and the match. @returns the id of each by key */
export async function writePupils(
  tx: Runner,
  authority: string,
  pupils: readonly (MatchedPupil & { readonly urn: string })[],
  at: Date,
): Promise<ReadonlyMap<string, string>> {
  const rows = pupils.map(({ key, said, match, why, childId, urn }) => ({
    ...said,
    key,
    match,
    why,
    childId,
    urn,
  }));
  const written = await tx.run<{ key: string; id: string }>('feed-write-pupils', WRITE_PUPILS_SQL, [
    authority,
    JSON.stringify(rows),
    at,
  ]);
  return new Map(written.map(({ key, id }) => [key, id]));
}

const filled = (said: PupilSaid): PupilSaid =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
