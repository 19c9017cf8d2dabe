// What a compiled JSON Schema does with rows of a CSV: ajv and udsv. Usage: ajv.mjs PACK SEASON.csv REPORT.jsonl
// A schema says what one row holds: required fields by type, formats, code tables, lengths, windows as patterns. The
// checks of two fields at once that a schema cannot say (check digit, sex, majors) are plain functions beside it.
// Prints how many of the pack's checks that makes.
import Ajv from 'ajv';
import { createReadStream, readFileSync, writeFileSync } from 'node:fs';
import { inferSchema, initParser } from 'udsv';

const [pack, season, report] = process.argv.slice(2);
const read = (name) => JSON.parse(readFileSync(`${pack}/${name}.json`, 'utf8'));
const settings = read('pack');
const types = read('types');
const fields = Object.fromEntries(read('fields').map((f) => [f.field, f]));
const table = (name) => {
  const lines = readFileSync(`${pack}/tables/${name}.csv`, 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));
  const header = lines[0].split(',');
  return lines.slice(1).map((line) => Object.fromEntries(line.split(',').map((cell, i) => [header[i], cell])));
};
const words = (name) => ['', ...new Set(table(name).flatMap((r) => [r.code, r.name_zh, ...(r.aliases ?? '').split('|')]).filter(Boolean))];
const filled = { type: 'string', minLength: 1 };
const day = '^(\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01]))?$';
const month = '^(\\d{4}-(0[1-9]|1[0-2]))?$';
const moment = '^(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d))?$';
const properties = {
  candidate_type: { enum: types.flatMap((t) => [t.id, t.name.zh, ...(t.aliases ?? [])]) },
  sex: { enum: words('sex') },
  ethnicity: { enum: words('ethnicity') },
  political_status: { enum: words('political_status') },
  foreign_language: { enum: words('foreign_language') },
  exam_site: { enum: words('exam_site') },
  document_type: { enum: ['', ...settings.document_types.flatMap((d) => [d.code, d.name.zh, ...(d.aliases ?? [])])] },
  document_number: { pattern: `^(${settings.document_types.filter((d) => !d.retired).map((d) => `(${d.pattern})`).join('|')})?$` },
  phone: { pattern: '^(1\\d{10})?$' },
  postal_code: { pattern: '^(\\d{6})?$' },
  mailing_address: { anyOf: [{ const: '' }, { minLength: 8 }], maxLength: fields.mailing_address.max_length },
  award_pending: { enum: ['', '0', '1'] },
  graduation_date: { pattern: day },
  enlistment_month: { pattern: month },
  discharge_month: { pattern: month },
  notice_accepted_at: { pattern: moment, minLength: 1 },
  identity_collected_at: { pattern: moment, minLength: 1 },
  confirmed_at: { pattern: moment },
  submitted_at: { pattern: moment },
  portrait: filled,
  name: { maxLength: fields.name.max_length, pattern: "^[\\p{Script=Han}\\p{Script=Mongolian}\\p{Script=Latin}\u00b7\u202f\ue234-\ue71d '-]*$" },
};
for (const field of ['recipient', 'college', 'junior_major', 'student_no', 'class_name', 'home_address', 'settlement_place', 'service_record'])
  if (fields[field].max_length) properties[field] = { maxLength: fields[field].max_length };
const perType = types.map((t) => ({
  if: { properties: { candidate_type: { enum: [t.id, t.name.zh, ...(t.aliases ?? [])] } } },
  then: {
    properties: Object.fromEntries(Object.entries(t.fields).filter(([f, use]) => use !== 'optional' && fields[f].kind !== 'file').map(([f]) => [f, filled])),
    allOf: t.materials.filter((m) => m.required ?? true).map((m) => ({ properties: { materials: { pattern: m.one_of.map((s) => `${s}=`).join('|') } } })),
  },
}));
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: true });
const validate = ajv.compile({ type: 'object', properties, allOf: perType });
// type.known, form.required, form.expected, form.format, form.max-length, identity.document-type, identity.format,
// identity.format-other, contact.phone-form, contact.postal-form, contact.address-length, person.name-characters,
// person.name-length, five code tables, materials.required, materials.expected, portrait.present, notice, collected
const schemaChecks = 23;

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const regions = new Set(table('region').map((r) => r.code));
const prefixes = new Map(table('phone_prefix').map((r) => [r.code, r.kind]));
const kindOf = (phone) => prefixes.get(phone.slice(0, 5)) ?? prefixes.get(phone.slice(0, 4)) ?? prefixes.get(phone.slice(0, 3));
const functions = {
  'identity.checksum': (r) => /^\d{17}[\dX]$/.test(r.document_number) && '10X98765432'[weights.reduce((sum, w, i) => sum + w * (r.document_number.charCodeAt(i) - 48), 0) % 11] !== r.document_number[17],
  'identity.sex': (r) => /^\d{17}[\dX]$/.test(r.document_number) && (r.sex === '男') !== (r.document_number.charCodeAt(16) % 2 === 1),
  'identity.region': (r) => r.document_number.length === 18 && !regions.has(r.document_number.slice(0, 6)),
  'contact.phone-virtual': (r) => kindOf(r.phone) === 'virtual',
  'contact.phone-carrier': (r) => r.phone && ['data', 'satellite', 'unassigned', undefined].includes(kindOf(r.phone)),
  'process.confirmed': (r) => r.submitted_at && (!r.confirmed_at || r.confirmed_at > r.submitted_at),
  'process.fee': (r) => r.payment_state === '已缴费' && r.paid_amount !== String(settings.fee.fen),
};
const numbers = new Map();
const phones = new Map();
const lines = [];
let parser;
let at = 1;
const take = (row) => {
  ++at;
  if (!validate(row)) for (const error of validate.errors) lines.push(JSON.stringify({ row: at, path: error.instancePath, rule: error.keyword, name: row.name }));
  for (const [rule, fails] of Object.entries(functions)) if (fails(row)) lines.push(JSON.stringify({ row: at, rule, name: row.name }));
  for (const [seen, key, rule] of [[numbers, row.document_number, 'identity.person-once'], [phones, row.phone, 'contact.phone-once']]) {
    if (seen.has(key)) lines.push(JSON.stringify({ row: at, rule, other: seen.get(key) }));
    else seen.set(key, at);
  }
};
for await (const chunk of createReadStream(season, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
  parser ??= initParser(inferSchema(chunk, { trim: false }));
  parser.chunk(chunk, parser.stringObjs, take);
}
parser.end();
writeFileSync(report, lines.join('\n'));
console.log(schemaChecks + Object.keys(functions).length + 2);
