// Runs SQL in a database that comes as a node package.
//
// usage: engine.mjs PACKAGES duckdb|chdb COLUMNS.json SQL RESULT.csv PART.ndjson...
//        engine.mjs PACKAGES spark SQL...     (only parses)
// PACKAGES is a folder with node_modules; COLUMNS.json lists the columns of the table `notifications`.
import fs from "node:fs";
import { createRequire, register } from "node:module";
import { pathToFileURL } from "node:url";

const [packages, engine, ...rest] = process.argv.slice(2);
const require = createRequire(`${packages}/package.json`);

const runners = { duckdb, chdb, spark };
await runners[engine](...rest);

async function duckdb(columns, sql, result, ...parts) {
    const { DuckDBInstance } = require("@duckdb/node-api");
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const types = JSON.parse(fs.readFileSync(columns)).map((name) => `"${name}": 'VARCHAR'`);
    const files = parts.map((part) => `'${part}'`).join(", ");
    await connection.run(`CREATE TABLE notifications AS SELECT * FROM read_json([${files}],
        format = 'newline_delimited', columns = {${types.join(", ")}})`);
    const statement = fs.readFileSync(sql, "utf8");
    await connection.run(`COPY (\n${statement}) TO '${result}' (FORMAT csv, HEADER true)`);
}

async function chdb(columns, sql, result, ...parts) {
    const { Session } = require("chdb");
    const session = new Session();
    const types = JSON.parse(fs.readFileSync(columns)).map((name) => `"${name}" Nullable(String)`);
    session.query("CREATE DATABASE here");
    session.query("USE here");
    session.query(`CREATE TABLE notifications (${types.join(", ")}) ENGINE = MergeTree ORDER BY tuple()`);
    session.query("SYSTEM STOP MERGES notifications");
    for (const part of parts) {
        session.query(`INSERT INTO notifications SELECT * FROM file('${part}', 'JSONEachRow', '${types.join(", ")}')`);
    }
    const statement = fs.readFileSync(sql, "utf8");
    fs.writeFileSync(result, session.query(statement, "CSVWithNames"));
    session.cleanup();
}

async function spark(...files) {
    // The package is made for bundlers: its imports leave `.js` and `/index.js` out.
    register(`data:text/javascript,${encodeURIComponent(`
        export async function resolve(specifier, context, next) {
            for (const end of ["", ".js", "/index.js"]) {
                try { return await next(specifier + end, context); } catch (fault) { if (end === "/index.js") throw fault; }
            }
        }`)}`);
    const { SparkSQL } = await import(pathToFileURL(require.resolve("dt-sql-parser")).href);
    for (const file of files) {
        const faults = new SparkSQL().validate(fs.readFileSync(file, "utf8"));
        for (const fault of faults) console.error(`${file}:${fault.startLine}:${fault.startColumn} ${fault.message}`);
        if (faults.length) process.exitCode = 1;
    }
}
