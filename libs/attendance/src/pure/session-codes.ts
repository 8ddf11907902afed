/** What a code of the register says of a session. */
export type CodeClass = 'present' | 'authorised' | 'unauthorised' | 'not_counted';

/** Codes under the School Attendance (Pupil Registration) (England) Regulations 2024, by what they count as. */
const CODES: Readonly<Record<CodeClass, readonly string[]>> = {
  present: ['/', '\\', 'L', 'K', 'V', 'P', 'W', 'B'],
  authorised: ['C', 'C1', 'C2', 'E', 'I', 'J1', 'M', 'R', 'S', 'T'],
  unauthorised: ['G', 'N', 'O', 'U'],
  not_counted: ['D', 'Q', 'Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6', 'Y7', 'X', 'Z', '#'],
};

const CLASS_OF: ReadonlyMap<string, CodeClass> = new Map(
  Object.entries(CODES).flatMap(([name, codes]) =>
    codes.map((code) => [code, name as CodeClass] as const),
  ),
);

/** Codes that are counted apart from their class. */
export const LATE = 'L';
export const ILL = 'I';
/** Away by agreement: a part-time timetable. */
export const PART_TIME = 'C2';

/** What a code counts as; undefined for one that does not exist. */
export const classOf = (code: string): CodeClass | undefined => CLASS_OF.get(code);

/** The codes of one class. */
export const codesOf = (name: CodeClass): readonly string[] => CODES[name];

/** Every code that exists, as they are listed to somebody who typed another. */
export const ALL_CODES: readonly string[] = [...CLASS_OF.keys()];
