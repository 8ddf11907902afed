import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { productFolder } from './product-folder';

/** The files a browser fetches, as `npm run build` left them in dist/public. */
export class Assets {
  readonly folder = join(productFolder(), 'dist', 'public');
  private readonly names: Readonly<Record<string, string>>;

  constructor() {
    const manifest = join(this.folder, 'manifest.json');
    this.names = existsSync(manifest)
      ? (JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, string>)
      : {};
  }

  /** Where a browser finds a file: its name carries a hash of its content. */
  href(name: string): string {
    return `/assets/${this.names[name] ?? name}`;
  }
}
