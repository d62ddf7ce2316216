// In: nothing. Out: the built site of the invented city of tests/fixtures/city, which has events and
// hours of every kind where the real city has none yet. tests/run builds it; CITY names another.

import { fileURLToPath } from 'node:url';
import { readSite } from './site.mjs';

export const readCity = () => readSite(process.env.CITY || fileURLToPath(new URL('../../../target/city', import.meta.url)));
