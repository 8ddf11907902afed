/** What is mutated, and which specs must notice. Only pure specs: they need no database and take milliseconds. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from '../launch/project.mjs';

const CALENDAR = 'libs/statutory-calendar/src';
const PATHWAYS = 'libs/pathways/src';
const OPERATORS = ['limit', 'day', 'terms', 'rules', 'calendar'];
const DECIDES = /\/(guards[^/]*|guards\/.*|score)\.ts$/;
/** The specs of all pathways that ask guards; the one that walks every case would take minutes for each change. */
const ASK_GUARDS = ['guards', 'advance', 'scenarios'].map((name) => `${PATHWAYS}/${name}.spec.ts`);

const MADE_OF = ['building-blocks', 'measures', 'cost-alone'];

/** The spec of time zones starts Jest itself. */
const isSpec = (path) => path.endsWith('.spec.ts') && !path.endsWith('/time-zones.spec.ts');

function filesIn(folder) {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
    .sort();
}

function dateOperators(name) {
  const all = [...filesIn(CALENDAR), ...filesIn('test/vectors')].filter(isSpec);
  // Days and limits know no rule, so their specs cannot notice one that changes.
  const specs = all.filter((path) => name !== 'rules' || /\/(rules|vectors)\//.test(path));
  const folder = `${CALENDAR}/${name}`;
  const files = filesIn(folder).filter((path) => !path.endsWith('.spec.ts'));
  return { group: 'date operators', folder, files, specs };
}

function guardsOf(name) {
  const folder = `${PATHWAYS}/${name}`;
  const files = filesIn(folder);
  const specs = [...files.filter(isSpec), ...ASK_GUARDS];
  const rest = files.filter((path) => !path.endsWith('.spec.ts'));
  const decides =
    name === 'regions' ? rest.flatMap(guardsIn) : rest.filter((path) => DECIDES.test(path));
  return { group: 'guards', folder, files: decides, specs };
}

/** What the guards of all pathways are made of. */
function commonGuards() {
  const specs = ['regions', 'placement-request', 'hd-referral'].map((name) => guardsOf(name).specs);
  return {
    group: 'guards',
    folder: `${PATHWAYS}/shared`,
    files: MADE_OF.map((name) => `${PATHWAYS}/${name}.ts`).flatMap(guardsIn),
    specs: [...new Set(specs.flat())],
  };
}

/** The guards of a region stand among its events and clocks: the lines of each, and of what it asks in its file. */
function guardsIn(path) {
  const source = ts.createSourceFile(
    path,
    readFileSync(join(ROOT, path), 'utf8'),
    ts.ScriptTarget.Latest,
  );
  const all = source.statements.map((node) => ({
    name: (node.declarationList?.declarations[0] ?? node).name?.text,
    text: node.getText(source),
    lines: [node.getStart(source), node.end].map(
      (at) => source.getLineAndCharacterOfPosition(at).line + 1,
    ),
  }));
  const guards = all.filter(
    ({ name, text }) =>
      name && /: Guard\b|, Guard>|const standsIn\b|function restsOnMoney\b/.test(text),
  );
  const isAsked = ({ name }) =>
    name && guards.some(({ text }) => new RegExp(`\\b${name}\\(`).test(text));
  return all
    .filter((each) => guards.includes(each) || isAsked(each))
    .map(({ lines }) => `${path}:${lines.join('-')}`);
}

/** The folders to test, narrowed to a folder or a file if one is named. */
export function subjects(only = '') {
  const pathways = readdirSync(join(ROOT, PATHWAYS), { withFileTypes: true });
  const folders = pathways.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return [...OPERATORS.map(dateOperators), commonGuards(), ...folders.map(guardsOf)]
    .map((each) => ({ ...each, files: each.files.filter((path) => path.startsWith(only)) }))
    .filter(({ files }) => files.length > 0);
}
