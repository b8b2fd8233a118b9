#include "scr/intake/survey.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <istream>
#include <optional>

#include "intake/csv_binding.hpp"
#include "intake/csv_splitter.hpp"
#include "intake/decoding.hpp"
#include "intake/line_splitter.hpp"
#include "intake/opening.hpp"
#include "scr/failure.hpp"
#include "scr/json/library.hpp"
#include "scr/text/strings.hpp"

namespace scr::intake {

namespace {

constexpr std::size_t most_columns = 1000;

/// A file for a survey: each cell goes to the column of its header.
class Surveyor {
 public:
    Surveyor(Survey& survey, const ReadOptions& options) : survey_(survey), options_(options) {}

    void read(InputBuffer& input) {
        if (read_opening(input).ndjson)
            read_lines(input);
        else
            read_csv(input);
    }

 private:
    void read_csv(InputBuffer& input) {
        CsvSplitter splitter(input, options_.delimiter);
        CsvRecord record;
        std::vector<std::size_t> positions = header(splitter, record);
        while (splitter.next(record)) {
            const bool whole =
                record.fault == CsvFault::none && record.fields.size() == positions.size();
            ++(whole ? survey_.records : survey_.unreadable);
            for (std::size_t i = 0; whole && i < positions.size(); ++i)
                survey_.columns[positions[i]].add(record.fields[i]);
        }
    }

    std::vector<std::size_t> header(CsvSplitter& splitter, CsvRecord& record) {
        if (options_.header.empty()) {
            splitter.next(record);
            return positions_of(record);
        }
        std::string given = options_.header;
        given.append(InputBuffer::padding, '\0');
        InputBuffer buffer;
        buffer.borrow(given.data(), options_.header.size(), 1);
        CsvSplitter(buffer, options_.delimiter).next(record);
        return positions_of(record);
    }

    std::vector<std::size_t> positions_of(const CsvRecord& header) {
        if (header.fault != CsvFault::none) {
            const auto fault = describe(header);
            throw Failure(FailureKind::refused, "the header cannot be read: " + fault.problem,
                          options_.name, fault.note, fault.help);
        }
        std::vector<std::size_t> positions;
        for (const auto field : header.fields) positions.push_back(position_of(field));
        return positions;
    }

    void read_lines(InputBuffer& input) {
        json::require_library();
        LineSplitter lines(input);
        Line line;
        while (lines.next(line)) {
            const bool read = !line.too_long && read_object(line.text);
            ++(read ? survey_.records : survey_.unreadable);
        }
    }

    bool read_object(std::string_view line) {
        simdjson::dom::element root;
        constexpr bool copy = false;  // the padding is there already
        if (parser_.parse(line.data(), line.size(), copy).get(root) != simdjson::SUCCESS)
            return false;
        simdjson::dom::object object;
        if (root.get_object().get(object) != simdjson::SUCCESS) return false;
        for (const auto& [key, value] : object) add_value(key, value);
        return true;
    }

    /// As json_cell has it: of an answer with its attribution the value counts.
    void add_value(std::string_view key, simdjson::dom::element value) {
        simdjson::dom::element inner;
        if (value.is_object() && value["value"].get(inner) == simdjson::SUCCESS) value = inner;
        SurveyedColumn& column = survey_.columns[position_of(key)];
        if (value.is_null()) return;
        if (const auto text = written(value)) return column.add(*text);
        ++column.filled;
        column.more_values = true;
    }

    /// A value as a cell; nothing for one that no record may hold.
    static std::optional<std::string> written(simdjson::dom::element value) {
        using simdjson::dom::element_type;
        switch (value.type()) {
            case element_type::STRING: return std::string(value.get_string().value_unsafe());
            case element_type::BOOL: return value.get_bool().value_unsafe() ? "true" : "false";
            case element_type::INT64:
                return fmt::format_int(value.get_int64().value_unsafe()).str();
            case element_type::UINT64:
                return fmt::format_int(value.get_uint64().value_unsafe()).str();
            default: return std::nullopt;
        }
    }

    std::size_t position_of(std::string_view header) {
        const auto found = positions_.find(text::trim(header));
        if (found != positions_.end()) return found->second;
        const std::string name(text::trim(header));
        const auto known = std::ranges::find(survey_.columns, name, &SurveyedColumn::header);
        const auto position = static_cast<std::size_t>(known - survey_.columns.begin());
        if (known == survey_.columns.end()) add_column(name);
        positions_.emplace(name, position);
        return position;
    }

    void add_column(const std::string& header) {
        if (survey_.columns.size() == most_columns) {
            throw Failure(FailureKind::refused, "there are more than 1000 columns", options_.name,
                          "", "look whether the first line is a header");
        }
        survey_.columns.emplace_back(header);
    }

    Survey& survey_;
    const ReadOptions& options_;
    simdjson::dom::parser parser_;
    std::map<std::string, std::size_t, std::less<>> positions_;
};

}  // namespace

void add_to_survey(Survey& survey, std::istream& stream, const ReadOptions& options) {
    const auto unpacked_stream = unpacked(stream);
    InputBuffer input(unpacked_stream ? *unpacked_stream : stream, options.name);
    Surveyor(survey, options).read(input);
}

}  // namespace scr::intake
