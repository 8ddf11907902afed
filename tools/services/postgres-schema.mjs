/** The schema of a database as SQL in a fixed order, read from the catalogue: the same on every run. */

const HEAD = '-- What the migrations make. Written by `npm run db:dump`; never edited by hand.\n';

/** Leaves out what an extension brought along. */
const OWN = (catalogue, oid) =>
  `NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = '${catalogue}'::regclass AND d.objid = ${oid} AND d.deptype = 'e')`;
const OURS = `n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'`;

const QUERIES = {
  extensions: `SELECT format('CREATE EXTENSION %I;', extname) AS sql FROM pg_extension WHERE extname <> 'plpgsql' ORDER BY extname`,
  schemas: `SELECT format('CREATE SCHEMA %I;', nspname) AS sql FROM pg_namespace n WHERE ${OURS} AND nspname <> 'public' ORDER BY nspname`,
  types: `SELECT format('CREATE TYPE %s AS ENUM (%s);', t.oid::regtype,
      (SELECT string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid)) AS sql
    FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
    WHERE t.typtype = 'e' AND ${OURS} AND ${OWN('pg_type', 't.oid')} ORDER BY t.oid::regtype::text COLLATE "C"`,
  domains: `SELECT format('CREATE DOMAIN %s AS %s%s%s;', t.oid::regtype, format_type(t.typbasetype, t.typtypmod),
      CASE WHEN t.typnotnull THEN ' NOT NULL' ELSE '' END,
      (SELECT coalesce(string_agg(' ' || pg_get_constraintdef(c.oid), '' ORDER BY c.conname), '') FROM pg_constraint c WHERE c.contypid = t.oid AND c.contype = 'c')) AS sql
    FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
    WHERE t.typtype = 'd' AND ${OURS} AND ${OWN('pg_type', 't.oid')} ORDER BY t.oid::regtype::text COLLATE "C"`,
  sequences: `SELECT format('CREATE SEQUENCE %s AS %s INCREMENT %s START %s;', c.oid::regclass, format_type(s.seqtypid, NULL), s.seqincrement, s.seqstart) AS sql
    FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE ${OURS} AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype IN ('i', 'e')) ORDER BY c.oid::regclass::text COLLATE "C"`,
  functions: `SELECT pg_get_functiondef(p.oid) || ';' AS sql FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE ${OURS} AND p.prokind IN ('f', 'p') AND ${OWN('pg_proc', 'p.oid')}
    ORDER BY p.oid::regprocedure::text COLLATE "C"`,
  views: `SELECT format(E'CREATE %sVIEW %s AS\\n%s', CASE relkind WHEN 'm' THEN 'MATERIALIZED ' ELSE '' END, c.oid::regclass, pg_get_viewdef(c.oid, true)) AS sql
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE relkind IN ('v', 'm') AND ${OURS} AND ${OWN('pg_class', 'c.oid')} ORDER BY c.oid::regclass::text COLLATE "C"`,
};

const TABLES = `SELECT c.oid, c.oid::regclass::text AS name, c.relkind = 'p' AS partitioned, pg_get_partkeydef(c.oid) AS partition_key,
    c.relispartition AS is_partition, pg_get_expr(c.relpartbound, c.oid) AS bound, c.relrowsecurity AS row_security,
    (SELECT inhparent::regclass::text FROM pg_inherits WHERE inhrelid = c.oid LIMIT 1) AS parent,
    c.relpersistence = 'u' AS unlogged, c.reloptions AS options
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND ${OURS} AND ${OWN('pg_class', 'c.oid')} ORDER BY c.oid::regclass::text COLLATE "C"`;

const COLUMNS = `SELECT quote_ident(a.attname) AS name, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS required,
    pg_get_expr(d.adbin, d.adrelid) AS value, a.attidentity AS identity, a.attgenerated AS generated,
    CASE WHEN a.attcollation <> t.typcollation THEN a.attcollation::regcollation::text END AS collation
  FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
  LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  WHERE a.attrelid = $1 AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`;

/** Not-null constraints are told with their column; newer servers also list them here. */
const CONSTRAINTS = `SELECT format('CONSTRAINT %I %s', conname, pg_get_constraintdef(oid)) AS sql FROM pg_constraint
  WHERE conrelid = $1 AND contype IN ('p', 'u', 'c', 'f', 'x') AND conparentid = 0
  ORDER BY array_position(ARRAY['p', 'u', 'f', 'x', 'c'], contype::text), conname`;

const INDEXES = `SELECT pg_get_indexdef(i.indexrelid) || ';' AS sql FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
  WHERE i.indrelid = $1 AND NOT c.relispartition AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = i.indexrelid AND contype IN ('p', 'u', 'x'))
  ORDER BY c.relname`;

const TRIGGERS = `SELECT pg_get_triggerdef(oid) || ';' AS sql FROM pg_trigger WHERE tgrelid = $1 AND NOT tgisinternal AND tgparentid = 0 ORDER BY tgname`;

const POLICIES = `SELECT format('CREATE POLICY %I ON %s FOR %s USING (%s);', polname, polrelid::regclass, polcmd, pg_get_expr(polqual, polrelid)) AS sql
  FROM pg_policy WHERE polrelid = $1 ORDER BY polname`;

export async function describeSchema(client) {
  await client.query(`SET search_path TO public`);
  const parts = [HEAD];
  for (const name of ['extensions', 'schemas', 'types', 'domains', 'sequences'])
    parts.push(await lines(client, QUERIES[name]));
  const { rows: tables } = await client.query(TABLES);
  for (const table of tables) parts.push(await describeTable(client, table));
  for (const name of ['views', 'functions']) parts.push(await lines(client, QUERIES[name], '\n\n'));
  return `${parts
    .filter(Boolean)
    .join('\n\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

async function lines(client, query, separator = '\n', values = []) {
  const { rows } = await client.query(query, values);
  return rows.map(({ sql }) => sql.trim()).join(separator);
}

async function describeTable(client, table) {
  const { rows: columns } = await client.query(COLUMNS, [table.oid]);
  const constraints = await client.query(CONSTRAINTS, [table.oid]);
  const body = [...columns.map(column), ...constraints.rows.map(({ sql }) => sql)];
  const after = [];
  for (const query of [INDEXES, TRIGGERS, POLICIES])
    after.push(await lines(client, query, '\n', [table.oid]));
  if (table.row_security) after.unshift(`ALTER TABLE ${table.name} ENABLE ROW LEVEL SECURITY;`);
  return [createTable(table, body), ...after].filter(Boolean).join('\n');
}

function createTable(table, body) {
  const kind = table.unlogged ? 'UNLOGGED TABLE' : 'TABLE';
  const options = table.options ? ` WITH (${table.options.join(', ')})` : '';
  if (table.is_partition)
    return `CREATE ${kind} ${table.name} PARTITION OF ${table.parent} ${table.bound}${options};`;
  const split = table.partitioned ? ` PARTITION BY ${table.partition_key}` : '';
  return `CREATE ${kind} ${table.name} (\n  ${body.join(',\n  ')}\n)${split}${options};`;
}

const IDENTITY = { a: ' GENERATED ALWAYS AS IDENTITY', d: ' GENERATED BY DEFAULT AS IDENTITY' };

function column({ name, type, collation, required, identity, generated, value }) {
  const parts = [`${name} ${type}`];
  if (collation) parts.push(` COLLATE ${collation}`);
  if (required) parts.push(' NOT NULL');
  parts.push(IDENTITY[identity] ?? '');
  if (value && generated)
    parts.push(` GENERATED ALWAYS AS (${value})${generated === 's' ? ' STORED' : ''}`);
  else if (value) parts.push(` DEFAULT ${value}`);
  return parts.join('');
}
