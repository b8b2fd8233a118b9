// Screens a file in DuckDB by the exported SQL.
//
// usage: duckdb.mjs PACKAGES SQL csv|ndjson RECORDS OUTCOMES.csv
// PACKAGES is a folder with node_modules.
import fs from "node:fs";
import { createRequire } from "node:module";

const [packages, sql, form, records, outcomes] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(`${packages}/package.json`)("@duckdb/node-api");
const connection = await (await DuckDBInstance.create(":memory:")).connect();
const reader = form === "csv"
    ? `read_csv('${records}', header = true, all_varchar = true)`
    : `read_json('${records}', format = 'newline_delimited', columns = {${columnsOf(records)}})`;
await connection.run(`CREATE VIEW notifications AS SELECT * FROM ${reader}`);
const statement = fs.readFileSync(sql, "utf8").trim().replace(/;$/, "");
// Into a table first: with a condition of its own around the query, DuckDB would write the whole
// query out once more in the condition, which takes many gigabytes.
await connection.run(`CREATE TEMP TABLE screened AS ${statement}`);
await connection.run(`COPY (SELECT ref, review FROM screened WHERE review <> 'refused') TO '${outcomes}' (FORMAT csv, HEADER false)`);

function columnsOf(file) {
    const bytes = Buffer.alloc(4096);
    fs.readSync(fs.openSync(file), bytes);
    const first = JSON.parse(bytes.toString().split("\n")[0]);
    return Object.keys(first).map((name) => `"${name}": 'VARCHAR'`).join(", ");
}
