/** `node --require` of this file: a program of the product that knows two more versions of the Year 6 pathway. */
require('reflect-metadata');
require('../../../dist/libs/pathways/testing/newer-versions.js').twoNewerVersions();
