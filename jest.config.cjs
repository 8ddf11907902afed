/** Pure specs need nothing; int-specs and journeys get their database from tools/test.mjs through TEST_DATABASE_URL. */
const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      target: 'es2022',
      keepClassNames: true,
    },
    module: { type: 'commonjs' },
  },
];
const base = {
  transform: { '\\.m?[tj]s$': swc },
  transformIgnorePatterns: ['/node_modules/(?!(temporal-polyfill|temporal-utils|temporal-spec)/)'],
  moduleNameMapper: { '^@app/(.*)$': '<rootDir>/libs/$1/src/index.ts' },
  testTimeout: 180_000, // a busy machine with two cores is not a failure
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist'],
};
module.exports = {
  maxWorkers: 2,
  testTimeout: 180_000,
  projects: [
    { ...base, displayName: 'pure', testMatch: ['<rootDir>/{apps,libs,test}/**/*.spec.ts'] },
    {
      ...base,
      displayName: 'database',
      testMatch: ['<rootDir>/{apps,libs,test}/**/*.int-spec.ts'],
    },
    {
      ...base,
      displayName: 'journeys',
      testMatch: ['<rootDir>/test/journeys/**/*.journey-spec.ts'],
    },
    {
      ...base,
      displayName: 'long-journeys',
      testMatch: ['<rootDir>/test/journeys/**/*.long-journey-spec.ts'],
    },
  ],
};
