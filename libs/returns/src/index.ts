/** Statutory returns, as the department and inspections read them, and what is missing for them. */
export { AnnexA, type AnnexFinding, type AnnexLists } from './annex-a/annex-a.service';
export { ANNEX_RULES, type AnnexRule } from './annex-a/annex-rules';
export { FindingNames, type WhoIsMeant } from './queue/finding-names.service';
export { ReturnRefused } from './loading/blade-tables';
export { type Sen2Loaded, Sen2Loading } from './loading/sen2-loading.service';
export { ReturnsModule } from './returns.module';
export { CEASE_REASONS, RESIDENTIAL, SEN_TYPES, WORK_BASED } from './sen2/codes';
export { type Collection, collectionOf, collectionOn } from './sen2/collection';
export {
  DESIGNATED_OFFICERS,
  type DesignatedOfficers,
  DesignatedOfficersKept,
} from './sen2/designated-officers.service';
export { RULES } from './sen2/rules/check-person';
export { type Finding, type ListedRule } from './sen2/rules/rule';
export { Sen2Returns, type Sen2Summary } from './sen2/sen2-returns.service';
export { type Piece } from './sen2/writing/sen2-pieces';
