// What ICU writes: one JSON array of {locale, value, options} on stdin, one array of strings on stdout.
// Values are decimal strings, which Intl formats exactly (ECMA-402, Intl mathematical values).
import { readFileSync } from "node:fs";

const requests = JSON.parse(readFileSync(0, "utf8"));
const written = requests.map(({ locale, value, options }) =>
  new Intl.NumberFormat(locale, options).format(value),
);
process.stdout.write(JSON.stringify({ icu: process.versions.icu, cldr: process.versions.cldr, written }));
