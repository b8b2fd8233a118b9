#include <fmt/format.h>

#include <memory>

#include "cli/commands/criteria.hpp"
#include "cli/context.hpp"
#include "cli/options.hpp"
#include "scr/criteria/json_export.hpp"
#include "scr/criteria/sql_export.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

struct ExportOptions : CriteriaOptions {
    std::string to;
    std::string dialect;
    std::string table;
};

int export_sql(const ExportOptions& options, Context& context) {
    context.format_among({Format::text});
    const auto dialect = criteria::sql_dialect_of(options.dialect);
    if (!dialect) {
        throw Failure(FailureKind::usage, "no `--dialect` was given", "",
                      "dialects are " + text::join(criteria::sql_dialect_names(), ", "),
                      "scr criteria export --to sql --dialect sqlite");
    }
    const std::string table = options.table.empty() ? "notifications" : options.table;
    if (!criteria::is_table_name(table)) {
        throw Failure(FailureKind::usage, fmt::format("not the name of a table: `{}`", table), "",
                      "a name is letters, digits and underscores, with a dot after a schema",
                      "make a view of the table under a plain name");
    }
    const auto file = criteria_of(options, context);
    const std::string sql = criteria::export_sql(file->criteria, *dialect, table);
    context.out().line(fmt::format("-- {}, SHA-256 {}", file->criteria.id, file->digest));
    context.out().line(text::trim(sql));
    return 0;
}

int export_json(const ExportOptions& options, Context& context) {
    context.format_among({Format::text, Format::json});
    const std::string given = !options.dialect.empty() ? "--dialect" : "--table";
    if (!options.dialect.empty() || !options.table.empty()) {
        throw Failure(FailureKind::usage, fmt::format("`{}` belongs to `--to sql`", given), "", "",
                      fmt::format("leave `{}` out", given));
    }
    const auto file = criteria_of(options, context);
    context.out().json_line(criteria::export_json(file->criteria, file->digest));
    return 0;
}

}  // namespace

void declare_criteria_export(CLI::App& criteria, Actions& actions) {
    auto& command = add_subcommand(criteria, "export", "the criteria for a database or a program");
    const auto options = std::make_shared<ExportOptions>();
    add_option(command, "FILE|ID", options->file, "the criteria file; scr-2015 unless named");
    add_option(command, "--to", options->to, "what to write")
        .type_name("FORM")
        .one_of({"sql", "json"})
        .required();
    add_option(command, "--dialect", options->dialect, "the database that reads the SQL")
        .type_name("NAME")
        .one_of(criteria::sql_dialect_names());
    add_option(command, "--table", options->table,
               "the table of records; notifications unless named")
        .type_name("NAME");
    add_examples(command,
                 "  scr criteria export scr-2015 --to sql --dialect postgresql\n"
                 "  scr criteria export ./mine.toml --to json");
    actions.add(command, [options](Context& context) {
        return options->to == "sql" ? export_sql(*options, context)
                                    : export_json(*options, context);
    });
}

}  // namespace scr::cli
