import { Module } from '@nestjs/common';
import { AnnexA } from './annex-a/annex-a.service';
import { FindingNames } from './queue/finding-names.service';
import { DesignatedOfficersKept } from './sen2/designated-officers.service';
import { Sen2Returns } from './sen2/sen2-returns.service';

const PROVIDERS = [AnnexA, DesignatedOfficersKept, FindingNames, Sen2Returns];

/** Statutory returns and the lists of inspections: read by other people's programs. */
@Module({ providers: PROVIDERS, exports: PROVIDERS })
export class ReturnsModule {}
