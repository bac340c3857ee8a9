// json/<table>.json: each table as one array of objects, for people and for small programs.
import { jsonArray } from '../formats/ndjson.js';
import { type Exporter, tableFiles } from './exporter.js';
import type { Staging } from './staging.js';

/** Writes every table as a JSON array. */
export const jsonExporter = (staging: Staging): Exporter => tableFiles(staging, 'json', jsonArray);
