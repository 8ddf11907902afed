import { type DynamicModule, Global, Module } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import { databaseOptions } from './data-source';
import { Statements } from './statements';

/** The one database of an installation, and named statements on it. */
@Global()
@Module({})
export class DatabaseModule {
  static forRoot(url: string, poolSize = 10): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [TypeOrmModule.forRoot({ ...databaseOptions(url, poolSize), retryAttempts: 3 })],
      providers: [
        {
          provide: Statements,
          inject: [getDataSourceToken()],
          useFactory: (database: ConstructorParameters<typeof Statements>[0]) =>
            new Statements(database),
        },
      ],
      exports: [Statements],
    };
  }
}
