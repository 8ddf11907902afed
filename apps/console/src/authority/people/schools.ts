import { type Dice } from '../../demo/dice';
import { PLACE_KINDS } from '../plan/places';

/** An invented school or college. */
export interface InventedSchool {
  readonly urn: string;
  readonly name: string;
  readonly type: string;
  readonly phase: string;
  readonly lowAge: number;
  readonly highAge: number;
  readonly postcode: string;
}

const FIRST_URN = 190_001;
const CHILDREN_A_SCHOOL = 30;
/** No postcode begins with ZZ; its first half is the area that boards count by. */
const AREAS = 6;
const NAMES =
  'Alderbrook Ashlea Birchfield Blackthorn Bramwell Brookside Calder Cedarwood Chestnut Cloverley Copperfield Danebank Eastmere Elmhurst Fairmead Fernleigh Foxholes Glebe Greenacre Hawthorn Heathfield Hollybank Ivybridge Kestrel Kingsmead Larkhill Limewood Longmeadow Maplewood Meadowside Millbrook Oakfield Orchard Parkside Pinewood Quarryside Ravenswood Riverside Rosewood Rowanfield Sandybrook Silverdale Stonebridge Summerfield Thornhill Valley Wellspring Westbrook Whitegate Willowbank'.split(
    ' ',
  );
const KIND_WORDS: readonly (readonly [RegExp, string])[] = [
  [/further education/i, 'College'],
  [/post 16/i, 'Specialist College'],
  [/special/i, 'Special School'],
  [/referral|alternative/i, 'Centre'],
  [/academy/i, 'Academy'],
  [/free/i, 'Free School'],
  [/independent/i, 'House School'],
  [/online/i, 'Online School'],
];

/** Schools by column of the published tables: as many as the children who attend need. */
export class Schools {
  readonly all: InventedSchool[] = [];
  private readonly byColumn = new Map<string, InventedSchool[]>();

  constructor(
    attending: ReadonlyMap<string, number>,
    private readonly dice: Dice,
  ) {
    for (const [column, count] of attending) this.add(column, count);
  }

  /** The school of one of the children who attend such a place; undefined for a place that is no school. */
  one(column: string): InventedSchool | undefined {
    const schools = this.byColumn.get(column);
    return schools && this.dice.pick(schools);
  }

  private add(column: string, count: number): void {
    const kind = PLACE_KINDS[column];
    if (!kind || !('school' in kind) || !count) return;
    const word = KIND_WORDS.find(([test]) => test.test(kind.school))?.[1] ?? 'School';
    const schools = Array.from({ length: Math.ceil(count / CHILDREN_A_SCHOOL) }, () => {
      const at = this.all.length;
      const round = Math.floor(at / NAMES.length);
      const school = {
        urn: String(FIRST_URN + at),
        name: `${NAMES[at % NAMES.length]}${round ? ` ${round + 1}` : ''} ${word}`,
        type: kind.school,
        phase: kind.phase,
        lowAge: kind.ages[0] === 17 ? 16 : 3,
        highAge: kind.ages[1] > 16 ? 25 : 16,
        postcode: `ZZ${1 + (at % AREAS)} 1AA`,
      };
      this.all.push(school);
      return school;
    });
    this.byColumn.set(column, schools);
  }
}
