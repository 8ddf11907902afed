import { AccessLog, type Actor } from '@app/access';
import { FileRefused, Schools } from '@app/people';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { fileOf } from '../forms/uploaded-file';
import { type Page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { ImportsHome } from './imports-home.service';
import { IMPORT_ROLES, REGISTER_ROLES } from './imports-roles';

const PROBLEMS_SHOWN = 50;

/** Everything that comes in as a file. */
@Controller()
export class ImportsController {
  constructor(
    private readonly home: ImportsHome,
    private readonly schools: Schools,
    private readonly log: AccessLog,
  ) {}

  @Get(paths.imports)
  @Policy({ action: 'see the imports', roles: IMPORT_ROLES })
  show(@SignedIn() officer: Actor): Promise<Page> {
    return this.home.page(officer);
  }

  @Post(paths.import.schools)
  @HttpCode(200)
  @Policy({ action: 'import the register of schools', roles: REGISTER_ROLES, upload: true })
  async register(@SignedIn() officer: Actor, @Body() body: unknown): Promise<Page> {
    const file = fileOf(body, 'register');
    if (!file?.bytes.length)
      return this.home.page(officer, [
        { field: 'register', text: 'Choose a CSV file with schools' },
      ]);
    try {
      const imported = await this.schools.importRegister(officer, file.bytes);
      await this.log.looked(officer, { action: 'register.imported', page: 'imports' });
      return this.home.page(officer, [], {
        imported: {
          ...imported,
          problems: imported.problems.slice(0, PROBLEMS_SHOWN),
          all: imported.problems.length,
        },
      });
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      return this.home.page(
        officer,
        error.reasons.map((text) => ({ field: 'register', text })),
      );
    }
  }
}
