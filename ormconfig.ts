import 'reflect-metadata';
import { readConfig } from './src/config';
import { createDataSource } from './src/store/data-source';

/** The data source for TypeORM's own command line: `npm run migration:generate -- src/store/migrations/NAME`. */
export default createDataSource(readConfig(process.env).databaseUrl);
