import { dayAndMonth, londonTime, longDay, plainDay, shortDay } from '@app/statutory-calendar';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import nunjucks from 'nunjucks';
import { paths } from '../paths';
import { productFolder, viewsFolder } from './product-folder';

/** The templates, compiled once and kept. Everything they print is escaped unless it says `safe`. */
export class Views {
  private readonly environment: nunjucks.Environment;

  constructor() {
    const modules = join(productFolder(), 'node_modules');
    const folders = [
      viewsFolder,
      join(modules, 'govuk-frontend', 'dist'),
      join(modules, '@ministryofjustice', 'frontend'),
    ];
    const loader = new nunjucks.FileSystemLoader(folders, { watch: false, noCache: false });
    this.environment = new nunjucks.Environment(loader, {
      autoescape: true,
      trimBlocks: true,
      lstripBlocks: true,
    });
    const globals = { shortDay, longDay, plainDay, dayAndMonth, londonTime, paths };
    for (const [name, value] of Object.entries(globals)) this.environment.addGlobal(name, value);
  }

  /** Whether there is a template of this name. */
  has(template: string): boolean {
    return existsSync(join(viewsFolder, `${template}.njk`));
  }

  /** Puts a model into a template. @throws Error when the template is wrong */
  render(template: string, model: object): string {
    return this.environment.render(`${template}.njk`, model);
  }
}

/** Text that is HTML already, and ours. */
export const ready = (html: string) => new nunjucks.runtime.SafeString(html);
