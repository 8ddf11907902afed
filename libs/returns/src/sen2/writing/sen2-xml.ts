import { type Field, type Module, MODULES, valuesOf } from '../layout';
import { type Person, type Request } from '../records';
import { COLLECTION, type Head } from './head';

const PROVISIONAL =
  '<!-- Provisional: names and order of elements are our reading until the department’s schema has been compared. -->';

/** Everything before the first person. */
export function xmlHead({ collection, lea, release, madeOn, madeAt }: Head): string {
  const { name, sourceLevel, software, serial } = COLLECTION;
  const survey =
    element('Collection', name) +
    element('Year', String(collection.year)) +
    element('ReferenceDate', collection.census);
  const source =
    element('SourceLevel', sourceLevel) +
    element('LEA', lea) +
    element('SoftwareCode', software) +
    element('Release', release) +
    element('SerialNo', serial) +
    element('DateTime', `${madeOn}T${madeAt}`);
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n${PROVISIONAL}\n<Message>\n` +
    `<Header>${wrapped('CollectionDetails', survey)}${wrapped('Source', source)}</Header>\n<Persons>\n`
  );
}

/** Everything after the last person. */
export const XML_END = '</Persons>\n</Message>\n';

/** One person on a line of their own. */
export const xmlPerson = (person: Person) =>
  `${wrapped('Person', fieldsOf('person', person) + person.requests.map(requestXml).join(''))}\n`;

function requestXml(request: Request): string {
  const { assessment, activeplan } = request;
  const plan = assessment?.namedplan;
  const made =
    plan &&
    wrapped(
      'NamedPlan',
      fieldsOf('namedplan', plan) + each('PlanDetail', 'plandetail', plan.details),
    );
  const assessed =
    assessment && wrapped('Assessment', fieldsOf('assessment', assessment) + (made ?? ''));
  const active =
    activeplan &&
    wrapped(
      'ActivePlans',
      fieldsOf('activeplans', activeplan) +
        each('PlacementDetail', 'placementdetail', activeplan.placements) +
        each('SENneed', 'senneed', activeplan.needs),
    );
  return wrapped('Requests', fieldsOf('requests', request) + (assessed ?? '') + (active ?? ''));
}

const each = (name: string, module: Module, records: readonly object[]) =>
  records.map((record) => wrapped(name, fieldsOf(module, record))).join('');

function fieldsOf(module: Module, record: object): string {
  const values = valuesOf(record);
  const fields: readonly Field[] = MODULES[module].fields;
  return fields
    .map(({ element: name, column, kind }) => {
      const value = values[column];
      if (value === null || value === undefined) return '';
      return element(name, kind === 'flag' ? (value === true ? '1' : '0') : String(value));
    })
    .join('');
}

const wrapped = (name: string, inside: string) => `<${name}>${inside}</${name}>`;
const element = (name: string, text: string) => wrapped(name, escaped(text));

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign);
