// What DuckDB does with one statement for each check, one thread. Usage: duckdb.mjs PACK SEASON.csv REPORT.jsonl AS-OF
// It leaves out the checks that open files, evidence and messages. Prints how many checks it did.
import { DuckDBInstance } from '@duckdb/node-api';
import { readFileSync } from 'node:fs';

const [pack, season, report, asOf] = process.argv.slice(2);
const read = (name) => JSON.parse(readFileSync(`${pack}/${name}.json`, 'utf8'));
const settings = read('pack');
const types = read('types');
const fields = Object.fromEntries(read('fields').map((f) => [f.field, f]));
const rules = Object.fromEntries(read('rules').map((r) => [r.id, r.parameters ?? {}]));
const quote = (text) => `'${String(text).replaceAll("'", "''")}'`;
const list = (texts) => `(${[...texts].map(quote).join(', ')})`;
const each = (choose, otherwise = 'false') =>
  `CASE kind ${types.map((t) => `WHEN ${quote(t.id)} THEN ${choose(t)}`).join(' ')} ELSE ${otherwise} END`;
const codes = (name) =>
  `(SELECT code FROM ${name} UNION ALL SELECT name_zh FROM ${name} UNION ALL SELECT unnest(string_split(coalesce(aliases, ''), '|')) FROM ${name})`;
const day = (column) => `try_strptime(${column}, '%Y-%m-%d')::DATE`;
const moment = (column) => `CASE WHEN regexp_full_match(${column}, '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)') THEN try_cast(${column} AS TIMESTAMPTZ) END`;
const moments = ['notice_accepted_at', 'identity_collected_at', 'confirmed_at', 'submitted_at'];
const asked = (t, word) => Object.entries(t.fields).filter(([f, use]) => use === word && f !== 'candidate_type' && fields[f].kind !== 'file').map(([f]) => f);
const empty = (names) => names.map((f) => `${f} = ''`).join(' OR ') || 'false';
const missing = (word) => each((t) => empty(asked(t, word)), empty(asked(types[0], word).filter((f) => types.every((t) => t.fields[f] === word))));
const uploads = (guess) => each((t) => t.materials.filter((m) => (m.required ?? true) && (m.guess ?? false) === guess)
  .map((m) => `NOT (${m.one_of.map((s) => `contains(materials, ${quote(`${s}=`)})`).join(' OR ')})`).join(' OR ') || 'false');
const digit = (i) => `(ascii(substr(document_number, ${i}, 1)) - 48)`;
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const isResident = "resident AND regexp_full_match(document_number, '\\d{17}[\\dX]')";
const born = `try_strptime(substr(document_number, 7, 8), '%Y%m%d')::DATE`;
const today = `DATE ${quote(asOf.slice(0, 10))}`;
const prefix = (kinds) => `EXISTS (SELECT 1 FROM phone_prefix p WHERE starts_with(phone, p.code) AND p.kind IN ${list(kinds)}
  AND NOT EXISTS (SELECT 1 FROM phone_prefix q WHERE starts_with(phone, q.code) AND length(q.code) > length(p.code)))`;
const outside = (column, id) => {
  const window = settings.calendar.find((w) => w.id === id);
  const clock = `strftime(${column}_t AT TIME ZONE 'Asia/Shanghai', '%H:%M:%S')`;
  return `(${column}_t < TIMESTAMPTZ ${quote(window.from)} OR ${column}_t > TIMESTAMPTZ ${quote(window.to)}
    OR ${clock} < ${quote(window.daily_from ?? '00:00')} OR ${clock} > ${quote(`${window.daily_to ?? '24:00'}:00`)})`;
};
const graduation = (guess) => each((t) => {
  const g = t.graduation ?? {};
  const parts = [];
  if (g.from && (g.from_guess ?? false) === guess) parts.push(`${day('graduation_date')} < DATE ${quote(g.from)}`);
  if (g.to && (g.to_guess ?? false) === guess) parts.push(`${day('graduation_date')} > DATE ${quote(g.to)}`);
  return parts.join(' OR ') || 'false';
});
const manual = each((t) => String(t.major_entry === 'manual'), 'true');
const scope = each((t) => quote(t.college_scope ?? 'any'), "'any'");
const payFirst = each((t) => String(t.steps.indexOf('payment') < t.steps.indexOf('review')), 'true');
const accepted = settings.document_types.filter((d) => !d.retired);

const checks = {
  'type.known': 'kind IS NULL',
  'type.exam-region': `exam_region <> '' AND ${scope} <> 'any' AND coalesce((SELECT any_value(code) FROM exam_region e WHERE e.name_zh = exam_region OR e.code = exam_region), '') <> ${scope}`,
  'type.award-pending': `award_pending = '1' AND NOT ${each((t) => String(t.asks_award_pending ?? false), 'true')}`,
  'type.award': `award_name <> '' AND ${each((t) => String(t.won_award ?? false))} AND NOT coalesce((SELECT any_value(s.award_level = '' OR list_contains(string_split(a.levels, '|'), (SELECT any_value(code) FROM award_level l WHERE l.name_zh = s.award_level OR l.code = s.award_level))) FROM award a WHERE a.name_zh = award_name OR a.code = award_name OR list_contains(string_split(coalesce(a.aliases, ''), '|'), award_name)), false)`,
  'type.service-order': `${each((t) => String(t.served_in_army ?? false))} AND (${day("enlistment_month || '-01'")} >= ${day("discharge_month || '-01'")} OR ${day("discharge_month || '-01'")} > coalesce(submitted_at_t::DATE, ${today}))`,
  'form.required': missing('required'),
  'form.expected': missing('guess'),
  'form.format': [`graduation_date <> '' AND ${day('graduation_date')} IS NULL`, "award_pending NOT IN ('', '0', '1')",
    ...['enlistment_month', 'discharge_month'].map((m) => `${m} <> '' AND ${day(`${m} || '-01'`)} IS NULL`),
    ...moments.map((m) => `${m} <> '' AND ${m}_t IS NULL`)].map((c) => `(${c})`).join(' OR '),
  'form.max-length': rules['form.max-length'].fields.filter((f) => fields[f].max_length).map((f) => `length(${f}) > ${fields[f].max_length}`).join(' OR '),
  'identity.document-type': `document_type <> '' AND document IS NULL`,
  'identity.format': `document_number <> '' AND NOT CASE document ${accepted.filter((d) => !d.guess).map((d) => `WHEN ${quote(d.code)} THEN regexp_full_match(document_number, ${quote(d.pattern)})`).join(' ')} ELSE true END`,
  'identity.format-other': `document_number <> '' AND NOT CASE document ${accepted.filter((d) => d.guess).map((d) => `WHEN ${quote(d.code)} THEN regexp_full_match(document_number, ${quote(d.pattern)})`).join(' ')} ELSE true END`,
  'identity.checksum': `${isResident} AND substr('10X98765432', (${weights.map((w, i) => `${w} * ${digit(i + 1)}`).join(' + ')}) % 11 + 1, 1) <> substr(document_number, 18, 1)`,
  'identity.birth-date': `${isResident} AND (${born} IS NULL OR ${born} > ${today})`,
  'identity.age': `${isResident} AND ${born} <= ${today} AND date_diff('year', ${born}, ${today}) - CASE WHEN strftime(${born}, '%m%d') > strftime(${today}, '%m%d') THEN 1 ELSE 0 END NOT BETWEEN ${rules['identity.age'].minAge} AND ${rules['identity.age'].maxAge}`,
  'identity.region': `${isResident} AND substr(document_number, 1, 6) NOT IN (SELECT code FROM region) AND NOT (substr(document_number, 5, 2) IN ${list(rules['identity.region'].oldSuffixes)} AND substr(document_number, 1, 4) || '00' IN (SELECT code FROM region))`,
  'identity.sex': `${isResident} AND sex IN ('男', '女') AND (sex = '男') <> (${digit(17)} % 2 = 1)`,
  'identity.person-once': `document_number <> '' AND (document_type, document_number) IN (SELECT (document_type, document_number) FROM s WHERE document_number <> '' GROUP BY document_type, document_number HAVING count(*) > 1)`,
  'identity.application-once': `application_key <> '' AND application_key IN (SELECT application_key FROM s GROUP BY application_key HAVING count(*) > 1 AND (count(DISTINCT (document_type, document_number)) > 1 OR min(document_number) = ''))`,
  'contact.phone-form': `phone <> '' AND NOT regexp_full_match(phone, '1\\d{10}')`,
  'contact.phone-virtual': prefix(rules['contact.phone-virtual'].kinds),
  'contact.phone-carrier': `regexp_full_match(phone, '\\d+') AND (${prefix(rules['contact.phone-carrier'].kinds)} OR NOT EXISTS (SELECT 1 FROM phone_prefix p WHERE starts_with(phone, p.code)))`,
  'contact.phone-once': `phone <> '' AND phone IN (SELECT phone FROM s WHERE phone <> '' GROUP BY phone HAVING count(DISTINCT document_number) > 1)`,
  'contact.postal-form': `postal_code <> '' AND NOT regexp_full_match(postal_code, '\\d{6}')`,
  'contact.postal-region': `regexp_full_match(postal_code, '\\d+') AND mailing_address <> '' AND NOT EXISTS (SELECT 1 FROM postal p WHERE substr(p.code, 1, 3) = substr(postal_code, 1, 3) AND contains(mailing_address, p.name_zh))
    AND EXISTS (SELECT 1 FROM postal p WHERE contains(mailing_address, p.name_zh)) AND NOT EXISTS (SELECT 1 FROM postal p, postal q WHERE q.place = (SELECT min(r.place) FROM postal r WHERE contains(mailing_address, r.name_zh)) AND substr(p.code, 1, 3) = substr(postal_code, 1, 3) AND substr(p.region, 1, 4) = substr(q.region, 1, 4))`,
  'contact.address-length': `mailing_address <> '' AND length(mailing_address) < ${rules['contact.address-length'].minLength}`,
  'person.name-characters': `name <> '' AND NOT regexp_full_match(name, '\\p{Han}+(·\\p{Han}+)*|[\\p{Mongolian}\\x{202f}\\x{e234}-\\x{e71d}]+|\\p{Latin}[\\p{Latin}'' -]*')`,
  'person.name-menksoft': `regexp_matches(name, '[\\x{e234}-\\x{e71d}]')`,
  'person.name-length': `length(name) > ${fields.name.max_length}`,
  'person.sex': `sex <> '' AND sex NOT IN ${codes('sex')}`,
  'person.ethnicity': `ethnicity <> '' AND ethnicity NOT IN ${codes('ethnicity')}`,
  'person.political-status': `political_status <> '' AND political_status NOT IN ${codes('political_status')}`,
  'person.foreign-language': `foreign_language <> '' AND foreign_language NOT IN ${codes('foreign_language')}`,
  'schooling.college-scope': `college <> '' AND ${scope} <> 'any' AND (${scope} = 'inside') <> (college IN (SELECT name_zh FROM college WHERE scope = 'inside' UNION ALL SELECT unnest(string_split(coalesce(aliases, ''), '|')) FROM college WHERE scope = 'inside'))`,
  'schooling.college-code': `college_code <> '' AND EXISTS (SELECT 1 FROM college c WHERE c.name_zh = s.college AND regexp_full_match(c.code, '\\d+') AND c.code <> s.college_code)`,
  'schooling.junior-major': `junior_major <> '' AND NOT ${manual} AND NOT CASE WHEN junior_major_code = '' THEN junior_major IN (SELECT junior_name FROM catalogue GROUP BY junior_name HAVING count(DISTINCT junior_code) = 1) ELSE (junior_major_code, junior_major) IN (SELECT (junior_code, junior_name) FROM catalogue) END`,
  'schooling.graduation-date': graduation(false),
  'schooling.graduation-date-usual': graduation(true),
  'choice.bachelor-major': `bachelor_major <> '' AND bachelor_major NOT IN (SELECT bachelor_major FROM catalogue)`,
  'choice.reachable': `bachelor_major <> '' AND NOT ${manual} AND (junior_major_code, junior_major) IN (SELECT (junior_code, junior_name) FROM catalogue) AND bachelor_major IN (SELECT bachelor_major FROM catalogue) AND (junior_major_code, junior_major, bachelor_major) NOT IN (SELECT (junior_code, junior_name, bachelor_major) FROM catalogue)`,
  'choice.later': `bachelor_major <> '' AND ${each((t) => String(t.major_choice === 'later'))}`,
  'choice.exam-site': `exam_site <> '' AND exam_site NOT IN ${codes('exam_site')}`,
  'materials.required': uploads(false),
  'materials.expected': uploads(true),
  'materials.slot': each((t) => `len(list_filter(string_split(materials, ';'), e -> e <> '' AND split_part(e, '=', 1) NOT IN ${list(t.materials.flatMap((m) => m.one_of))})) > 0`),
  'portrait.present': `portrait = ''`,
  'process.notice-accepted': `notice_accepted_at = ''`,
  'process.identity-collected': `identity_collected_at = ''`,
  'process.confirmed': `submitted_at_t IS NOT NULL AND (confirmed_at = '' OR confirmed_at_t > submitted_at_t)`,
  'process.order': `submitted_at_t IS NOT NULL AND (identity_collected_at = '' OR identity_collected_at_t > submitted_at_t) OR identity_collected_at_t IS NOT NULL AND (notice_accepted_at = '' OR notice_accepted_at_t > identity_collected_at_t)`,
  'process.payment': `kind IS NOT NULL AND (${payFirst} AND payment_state <> '已缴费' AND submitted_at <> '' OR NOT ${payFirst} AND payment_state = '已缴费' AND submitted_at = '')`,
  'process.fee': `payment_state = '已缴费' AND paid_amount <> ${quote(settings.fee.fen)}`,
  'process.registration-window': ['notice_accepted_at', 'confirmed_at', 'submitted_at'].map((m) => outside(m, 'registration')).join(' OR '),
  'process.collection-window': outside('identity_collected_at', 'collection'),
};

const db = await DuckDBInstance.create(':memory:', { threads: '1' });
const sql = await db.connect();
const load = (path) => `read_csv(${quote(path)}, all_varchar = true, header = true, comment = '#', delim = ',', quote = '"')`;
for (const name of ['sex', 'ethnicity', 'political_status', 'foreign_language', 'exam_site', 'exam_region', 'college', 'phone_prefix', 'region', 'award', 'award_level'])
  await sql.run(`CREATE TABLE ${name} AS SELECT * FROM ${load(`${pack}/tables/${name}.csv`)}`);
await sql.run(`CREATE TABLE postal AS SELECT row_number() OVER () AS place, * FROM ${load(`${pack}/tables/postal.csv`)}`);
await sql.run(`CREATE TABLE catalogue AS SELECT * FROM ${load(`${pack}/catalogue.csv`)}`);
const kindOf = types.flatMap((t) => [t.id, t.name.zh, ...(t.aliases ?? [])].map((word) => `(${quote(word)}, ${quote(t.id)})`));
const documentOf = settings.document_types.flatMap((d) => [d.code, d.name.zh, ...(d.aliases ?? [])]
  .map((word) => `(${quote(word)}, ${quote(d.code)}, ${Boolean(d.derives_birth_and_sex)})`));
await sql.run(`CREATE TABLE kinds (word VARCHAR, kind VARCHAR); INSERT INTO kinds SELECT word, any_value(kind) FROM (VALUES ${kindOf.join(', ')}) AS v(word, kind) GROUP BY word`);
await sql.run(`CREATE TABLE documents (word VARCHAR, document VARCHAR, resident BOOLEAN); INSERT INTO documents SELECT word, any_value(d), any_value(r) FROM (VALUES ${documentOf.join(', ')}) AS v(word, d, r) GROUP BY word`);
await sql.run(`CREATE TABLE t AS SELECT row_number() OVER () + 1 AS row, COLUMNS(c -> c <> 'none') FROM read_csv(${quote(season)}, all_varchar = true, header = true, delim = ',', quote = '"', nullstr = 'NULL')`);
await sql.run(`CREATE TABLE s AS SELECT t.*, kinds.kind, documents.document, coalesce(documents.resident, false) AS resident, upper(replace(replace(t.application_no, '-', ''), ' ', '')) AS application_key, ${moments.map((m) => `${moment(m)} AS ${m}_t`).join(', ')}
  FROM t LEFT JOIN kinds ON kinds.word = t.candidate_type LEFT JOIN documents ON documents.word = CASE WHEN t.document_type = '' THEN ${quote(settings.default_document_type)} ELSE t.document_type END`);
await sql.run('CREATE TABLE found (row BIGINT, application_no VARCHAR, rule VARCHAR, name VARCHAR)');
for (const [rule, where] of Object.entries(checks)) {
  try {
    await sql.run(`INSERT INTO found SELECT row, application_no, ${quote(rule)}, name FROM s WHERE ${where}`);
  } catch (error) {
    throw new Error(`${rule}: ${error.message}`);
  }
}
await sql.run(`COPY (SELECT * FROM found ORDER BY row) TO ${quote(report)} (FORMAT json)`);
console.log(Object.keys(checks).length);
