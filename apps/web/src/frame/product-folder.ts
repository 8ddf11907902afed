import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The templates, beside this app whether it runs from the sources or from `dist`. */
export const viewsFolder = join(__dirname, '..', '..', 'views');

/** The folder of the product: the nearest one above that holds the installed packages. */
export function productFolder(from: string = __dirname): string {
  if (existsSync(join(from, 'node_modules', 'govuk-frontend'))) return from;
  const above = dirname(from);
  if (above === from) throw new Error('The installed packages are not here: run npm ci');
  return productFolder(above);
}
