export { databaseOptions, openDatabase } from './data-source';
export { migrations } from './migrations';
export { Statements } from './statements';
