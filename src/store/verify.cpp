#include "store/verify.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <map>

#include "scr/json/library.hpp"
#include "store/event_log.hpp"
#include "store/row_digest.hpp"
#include "store/seal.hpp"
#include "store/structure.hpp"
#include "store/table.hpp"

namespace scr::store {
namespace {

/// More would tell nobody anything, and would fill the memory where the log itself is gone.
constexpr std::size_t most_findings = 1000;

/// No table has more rows; a sum of two such numbers does not overflow.
constexpr std::int64_t most_rows = std::int64_t{1} << 60;

bool is_row_number(std::int64_t number) {
    return number >= 0 && number <= most_rows;
}

/// A range of rows as an event names it.
struct NamedRange {
    std::string table;
    std::int64_t first = 0;
    std::int64_t last = 0;
    std::int64_t count = 0;
    std::string digest;
};

/// The ranges of an event's body; nothing when it is not such a body.
std::optional<std::vector<NamedRange>> ranges_of(const std::string& body) {
    json::require_library();
    simdjson::dom::parser parser;
    simdjson::dom::array entries;
    if (parser.parse(body)["rows"].get(entries) != simdjson::SUCCESS) return std::nullopt;
    std::vector<NamedRange> ranges;
    for (const auto entry : entries) {
        std::string_view table;
        std::string_view digest;
        NamedRange range;
        if (entry["table"].get(table) || entry["first"].get(range.first) ||
            entry["last"].get(range.last) || entry["count"].get(range.count) ||
            entry["digest"].get(digest) || !is_row_number(range.first) ||
            !is_row_number(range.last) || !is_row_number(range.count)) {
            return std::nullopt;
        }
        range.table = table;
        range.digest = digest;
        ranges.push_back(std::move(range));
    }
    return ranges;
}

const Table* find_table(const std::string& name) {
    for (const Table* table : all_tables()) {
        if (table->name == name) return table;
    }
    return nullptr;
}

std::vector<Value> values_of(const Table& table, const Cursor& row) {
    std::vector<Value> values;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        values.push_back(row.value(static_cast<int>(i) + 2));
    }
    return values;
}

/// Whether the identities of a row are those that were sealed, or were destroyed with their salt.
bool seal_holds(const Table& table, const std::vector<Value>& values) {
    std::vector<ValueView> secrets;
    Value salt;
    Value digest;
    for (std::size_t i = 0; i < values.size(); ++i) {
        switch (table.columns[i].kind) {
            case ColumnKind::plain: break;
            case ColumnKind::secret: secrets.push_back(values[i]); break;
            case ColumnKind::salt: salt = values[i]; break;
            case ColumnKind::seal: digest = values[i]; break;
        }
    }
    if (is_null(salt)) {
        return std::ranges::all_of(secrets, [](const ValueView& secret) {
            return secret.kind() == ValueView::Kind::null;
        });
    }
    const auto* bytes = std::get_if<Blob>(&salt);
    return bytes && digest == Value(seal_digest(bytes->bytes, secrets));
}

class Verifier {
 public:
    explicit Verifier(Connection& connection) : connection_(connection) {}

    casework::AuditReport run() {
        for (const auto& problem : structural_problems(connection_)) find(0, problem);
        each_event(connection_, 0, [this](const record::Event& event) { check(event); });
        for (const Table* table : all_tables()) check_rest(*table);
        return std::move(report_);
    }

 private:
    void find(std::int64_t sequence, std::string problem) {
        if (report_.findings.size() < most_findings) {
            report_.findings.push_back({sequence, std::move(problem)});
        }
    }

    void check(const record::Event& event) {
        ++report_.events;
        if (event.sequence != sequence_ + 1) find(event.sequence, "an event before it is missing");
        if (event.previous != hash_) find(event.sequence, "it does not follow the event before it");
        if (event.hash != hash_of(event)) find(event.sequence, "the event was changed");
        sequence_ = event.sequence;
        hash_ = event.hash;
        const auto ranges = ranges_of(event.body);
        if (!ranges) return find(event.sequence, "the event does not say what it wrote");
        for (const auto& range : *ranges) check(event.sequence, range);
    }

    void check(std::int64_t sequence, const NamedRange& range) {
        const Table* table = find_table(range.table);
        if (!table) return find(sequence, "the event names an unknown table");
        auto& next = next_.try_emplace(table, 1).first->second;
        if (range.first != next || range.last != range.first + range.count - 1) {
            find(sequence, fmt::format("its rows of `{}` do not follow those before", table->name));
        }
        next = range.last + 1;
        check_rows(sequence, *table, range);
    }

    void check_rows(std::int64_t sequence, const Table& table, const NamedRange& range) {
        RangeDigest digest(table);
        std::int64_t count = 0;
        bool sealed = true;
        Cursor row(connection_, select_range_sql(table), range.first, range.last);
        while (row.step()) {
            const auto values = values_of(table, row);
            sealed = sealed && seal_holds(table, values);
            const std::vector<ValueView> views(values.begin(), values.end());
            digest.add(row.integer(0), row.integer(1), views);
            ++count;
        }
        report_.rows += count;
        const auto rows =
            range.first == range.last
                ? fmt::format("row {} of `{}`", range.first, table.name)
                : fmt::format("rows {} to {} of `{}`", range.first, range.last, table.name);
        if (count != range.count) {
            find(sequence, fmt::format("{}: {} missing", rows, range.count - count));
        } else if (digest.finish() != range.digest) {
            find(sequence, fmt::format("{}: changed since they were written", rows));
        }
        if (!sealed) find(sequence, fmt::format("{}: an identity was changed", rows));
    }

    /// Rows beyond those that the events named.
    void check_rest(const Table& table) {
        const auto next = next_.try_emplace(&table, 1).first->second;
        const auto after = connection_.integer(
            fmt::format("SELECT count(*) FROM {} WHERE id >= ?", table.name), next);
        const auto before =
            connection_.integer(fmt::format("SELECT count(*) FROM {} WHERE id < 1", table.name));
        const auto rest = after.value_or(0) + before.value_or(0);
        report_.rows += rest;
        if (rest > 0) find(0, fmt::format("`{}`: rows that no event wrote: {}", table.name, rest));
    }

    Connection& connection_;
    casework::AuditReport report_;
    std::int64_t sequence_ = 0;
    std::string hash_ = no_event_hash();
    std::map<const Table*, std::int64_t> next_;
};

}  // namespace

casework::AuditReport verify(Connection& connection) {
    const Snapshot snapshot(connection);
    return Verifier(connection).run();
}

}  // namespace scr::store
