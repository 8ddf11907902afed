/** Lowest first. A library may import only the libraries before it in this list. */
const LIBRARIES = [
  'statutory-calendar',
  'pathways', // the law and the process: pure
  'database',
  'jobs', // the plumbing: knows nothing of SEND
  'access',
  'people',
  'casework', // a child, a case, who may touch it
  'attendance',
  'placements',
  'letters',
  'panels', // the work around a case
  'reporting', // reads everything, changes nothing
  'returns', // the same, for programs of the department and of inspections
];
const PURE = '^libs/(statutory-calendar|pathways)/';
const TEST = '(spec|test)\\.ts$|^test/';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'the-law-is-pure',
      severity: 'error',
      from: { path: PURE, pathNot: TEST },
      to: {
        path: 'node_modules/(@nestjs|typeorm|bullmq|ioredis|pg|fastify|nunjucks)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'use-the-front-door',
      severity: 'error', // another library's index.ts, never its insides
      from: { path: '^(apps|libs)/([^/]+)/', pathNot: TEST },
      to: { path: '^libs/[^/]+/src/(?!index\\.ts$)', pathNot: '^libs/$2/' },
    },
    {
      name: 'libraries-never-import-apps',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    ...LIBRARIES.slice(0, -1).map((library, level) => ({
      name: `${library}-looks-only-down`,
      severity: 'error',
      from: { path: `^libs/${library}/`, pathNot: TEST },
      to: { path: `^libs/(${LIBRARIES.slice(level + 1).join('|')})/` },
    })),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
  },
};
