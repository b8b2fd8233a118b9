// Screens a file in DuckDB by a query over a table `notifications` of texts, blank ones NULL.
//
// usage: duckdb.mjs PACKAGES SQL csv|ndjson RECORDS
// PACKAGES is a folder with node_modules. SQL is a file of statements, each but the last with `;` at the
// end of its last line. The last is a query, what it finds goes to standard output as CSV without a header.
import fs from "node:fs";
import { createRequire } from "node:module";

const [packages, sql, form, records] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(`${packages}/package.json`)("@duckdb/node-api");
const connection = await (await DuckDBInstance.create(":memory:", { preserve_insertion_order: "false" })).connect();
// The columns are said, for DuckDB would read the beginning of the file twice to find them out.
const reader = form === "csv"
    ? `read_csv('${records}', header = true, delim = ',', quote = '"', escape = '"', auto_detect = false, `
    : `read_json('${records}', format = 'newline_delimited', `;
await connection.run(`CREATE VIEW notifications AS SELECT * FROM ${reader} columns = {${columnsOf(records)}})`);
const statements = fs.readFileSync(sql, "utf8").trim().split(/;\n/);
const query = statements.pop();
for (const statement of statements) await connection.run(statement);
// Not /dev/stdout: DuckDB removes the file when the query fails, and root's would be gone.
await connection.run(`COPY (${query}\n) TO '/proc/self/fd/1' (FORMAT csv, HEADER false, USE_TMP_FILE false)`);

function columnsOf(file) {
    const bytes = Buffer.alloc(4096);
    fs.readSync(fs.openSync(file), bytes);
    const first = bytes.toString().split("\n")[0];
    const names = form === "csv" ? first.split(",") : Object.keys(JSON.parse(first));
    return names.map((name) => `"${name}": 'VARCHAR'`).join(", ");
}
