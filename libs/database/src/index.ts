export { openDatabase } from './data-source';
export { Statements, type Runner } from './statements';
export { DatabaseModule } from './database.module';
