import { Injectable } from '@nestjs/common';

/** Where a case is opened: an address in mail, a path where the installation has told us none. */
@Injectable()
export class CaseLinks {
  constructor(private readonly publicUrl = '') {}

  to(reference: string): string {
    return `${this.publicUrl.replace(/\/$/, '')}/cases/${reference}`;
  }
}
