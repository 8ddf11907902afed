import { type Pathway, type PathwayState } from './pathway';

/** A case that only a person can take over to a newer version, and why. */
export interface NeedsPerson {
  readonly needsPerson: string;
}

/** How a case goes over to this version from an older one. Pure; a test asks it of every live state of the old one. */
export interface VersionMove {
  readonly from: number;
  /** Where a case that stands here stands in this version. */
  readonly move: (state: PathwayState) => PathwayState | NeedsPerson;
  /** Why a date moves, by clock code: a date that would move without a reason here is for a person to judge. */
  readonly because: Readonly<Record<string, string>>;
}

/** The newest version of each pathway, in the order in which they are listed. */
export function newestOf(versions: readonly Pathway[]): Pathway[] {
  return versions.filter(
    (one) => !versions.some(({ name, version }) => name === one.name && version > one.version),
  );
}

/** How a pathway takes over cases of that version; undefined when it does not. */
export function moveFrom({ moves = [] }: Pathway, from: number): VersionMove | undefined {
  return moves.find((move) => move.from === from);
}

/** Whether a move says that a person must decide. */
export function needsPerson(moved: object): moved is NeedsPerson {
  return 'needsPerson' in moved;
}
