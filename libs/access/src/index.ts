export { AccessDenied, SYSTEM_ID, systemActor, type Actor } from './actor';
export { wrongChildSql } from './wrong-child';
export { AccessLog, type Look, type Looked } from './access-log';
export { type AskedRecord, type RefusedAccess, Refusals } from './refusals';
export { AccessModule } from './access.module';
export {
  base32,
  codeAt,
  enrolmentUri,
  newCodeSecret,
  recoveryCodes,
  SECONDS_A_STEP,
  stepOf,
} from './one-time-code';
export { firstPassword, hashPassword, isPassword, passwordProblem } from './passwords';
export {
  mayOpen,
  mayRecord,
  maySee,
  onlyThroughCases,
  relationColumns,
  relationTo,
  visibleCases,
  visibleOf,
  worksCases,
  type Protected,
  type Relation,
} from './policy';
