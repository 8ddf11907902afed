import { columnsOf, type Field, HEAD_COLUMNS, type Module, MODULES, valuesOf } from '../layout';
import { type Person, type Request } from '../records';
import { bladeCell, bladeDay, csvLine } from './cells';
import { COLLECTION, type Head } from './head';

/** Names of the nine files, in the order of the modules. */
export const FILES = ['sen2', ...Object.keys(MODULES)] as readonly ('sen2' | Module)[];

/** A line of one of the files. */
export interface BladeLine {
  readonly module: Module;
  readonly line: string;
}

/** `Blade-Export_DD-MM-YYYY_MODULE.csv`. */
export function bladeName({ madeOn }: Head, module: string): string {
  const [year, month, day] = madeOn.split('-');
  return `Blade-Export_${day}-${month}-${year}_${module}.csv`;
}

/** The whole file that heads the export: one row. */
export function headFile({ collection, lea, release, madeOn, madeAt, officers }: Head): string {
  const moment = bladeDay(madeOn).replace('00:00:00', madeAt);
  const { name, sourceLevel, software, serial } = COLLECTION;
  const survey = [name, String(collection.year), bladeDay(collection.census)];
  const source = [sourceLevel, lea, software, release, serial, moment];
  const named = [officers?.dmo, officers?.dco, officers?.dsco].map((it) => bladeCell(it, 'flag'));
  return csvLine(HEAD_COLUMNS) + csvLine(['1', '1', '1', lea, ...survey, ...source, ...named]);
}

/** The first line of a module's file. */
export const headings = (module: Module) => csvLine(columnsOf(module));

/** Puts people into lines, numbering the records and linking each to the one above. */
export class BladeRows {
  private readonly last = new Map<Module, number>();

  constructor(private readonly lea: string) {}

  linesOf(person: Person): BladeLine[] {
    const lines: BladeLine[] = [];
    const add = (module: Module, record: object, place: number, parent: number): number => {
      const id = (this.last.get(module) ?? 0) + 1;
      this.last.set(module, id);
      const keys = [id, id, place, this.lea, parent].map(String);
      lines.push({ module, line: csvLine([...keys, ...cellsOf(module, record)]) });
      return id;
    };
    const id = add('person', person, (this.last.get('person') ?? 0) + 1, 1);
    person.requests.forEach((request, at) => addRequest(request, at + 1, id, add));
    return lines;
  }
}

type Add = (module: Module, record: object, place: number, parent: number) => number;

function addRequest(request: Request, place: number, person: number, add: Add): void {
  const { assessment, activeplan } = request;
  const id = add('requests', request, place, person);
  if (assessment) {
    const under = add('assessment', assessment, 1, id);
    if (assessment.namedplan) {
      const plan = add('namedplan', assessment.namedplan, 1, under);
      assessment.namedplan.details.forEach((it, at) => add('plandetail', it, at + 1, plan));
    }
  }
  if (activeplan) {
    const plan = add('activeplans', activeplan, 1, id);
    activeplan.placements.forEach((it, at) => add('placementdetail', it, at + 1, plan));
    activeplan.needs.forEach((it, at) => add('senneed', it, at + 1, plan));
  }
}

function cellsOf(module: Module, record: object): string[] {
  const values = valuesOf(record);
  const fields: readonly Field[] = MODULES[module].fields;
  return fields.map(({ column, kind }) => bladeCell(values[column], kind));
}
