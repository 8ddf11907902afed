export { databaseOptions, openDatabase } from './data-source';
export { migrations } from './migrations';
export { Statements, type Runner } from './statements';
export { DatabaseModule } from './database.module';
