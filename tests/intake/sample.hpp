#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <istream>
#include <streambuf>
#include <string>
#include <variant>
#include <vector>

#include "scr/criteria/criteria.hpp"
#include "scr/intake/record_reader.hpp"

/// What the tests of this room share: a small criteria file, a stream that comes in pieces, and
/// results as lines of text.
namespace scr::intake::sample {

inline criteria::Fact fact(std::string id, criteria::FactType type,
                           std::vector<std::string> choices) {
    criteria::Fact result;
    result.id = std::move(id);
    result.type = type;
    result.choices = std::move(choices);
    return result;
}

/// `died` (yes_no), `setting` (none or remand; blank: none) and `age` (0 to 120).
inline const criteria::Criteria& criteria() {
    static const criteria::Criteria small = [] {
        criteria::Criteria result;
        result.id = "small";
        result.facts = {fact("died", criteria::FactType::yes_no, {"yes", "no"}),
                        fact("setting", criteria::FactType::choice, {"none", "remand"}),
                        fact("age", criteria::FactType::integer, {})};
        result.facts[1].if_blank = 0;
        result.facts[2].most = 120;
        return result;
    }();
    return small;
}

/// Hands out `text` at most `piece` bytes at a time.
class PieceBuffer : public std::streambuf {
 public:
    PieceBuffer(std::string text, std::size_t piece) : text_(std::move(text)), piece_(piece) {}

 protected:
    int_type underflow() override {
        const std::size_t size = std::min(piece_, text_.size() - at_);
        if (size == 0) return traits_type::eof();
        char* const begin = text_.data() + at_;
        setg(begin, begin, begin + size);
        at_ += size;
        return traits_type::to_int_type(*begin);
    }

 private:
    std::string text_;
    std::size_t piece_;
    std::size_t at_ = 0;
};

inline std::string to_text(const criteria::Fact& about, const criteria::Answer& answer) {
    if (answer.state == criteria::Answer::State::blank) return "";
    return answer.state == criteria::Answer::State::unknown ? "unknown"
                                                            : about.text_of(answer.value);
}

inline void add(std::string& line, std::string_view name, const std::string& value) {
    if (!value.empty()) line += fmt::format(" {}={}", name, value);
}

inline void add(std::string& line, std::string_view name,
                const std::optional<record::CivilDate>& date) {
    if (date) add(line, name, record::to_text(*date));
}

/// `ref=a died=yes …`: what is blank is left out.
inline std::string to_text(const casework::IncomingRecord& record) {
    std::string line;
    add(line, "ref", record.ref);
    add(line, "agency", record.agency);
    add(line, "child", record.child);
    add(line, "incident", record.incident);
    add(line, "area", record.area);
    add(line, "summary", record.summary);
    add(line, "received_on", record.dates.received_on);
    add(line, "incident_on", record.dates.incident_on);
    add(line, "died_on", record.dates.died_on);
    add(line, "harmed_on", record.dates.harmed_on);
    add(line, "became_aware_on", record.dates.became_aware_on);
    add(line, "date_of_birth", record.date_of_birth);
    for (std::size_t i = 0; i < record.answers.size(); ++i) {
        const criteria::Fact& about = criteria().facts[i];
        add(line, about.id, to_text(about, record.answers[i]));
        const auto found = record.attributions.find(i);
        if (found == record.attributions.end()) continue;
        const casework::Attribution& by = found->second;
        line += fmt::format(" ({}|{}|{}|{})", by.source, by.judged_by, by.ground, by.on);
    }
    for (const casework::KeptCell& cell : record.kept) line += fmt::format(" [{}]", cell.text);
    return line.empty() ? "blank" : line.substr(1);
}

/// `refused: field@column (ref): problem`.
inline std::string to_text(const casework::RejectedRecord& rejected) {
    const std::string column = rejected.column ? fmt::format("@{}", *rejected.column) : "";
    const std::string ref = rejected.ref.empty() ? "" : fmt::format(" ({})", rejected.ref);
    return fmt::format("refused: {}{}{}: {}", rejected.field, column, ref, rejected.problem);
}

using Results = std::vector<std::variant<casework::IncomingRecord, casework::RejectedRecord>>;

inline Results read_all(const std::string& text, ReadOptions options = {},
                        std::size_t piece = 1000) {
    PieceBuffer pieces(text, piece);
    std::istream stream(&pieces);
    RecordReader reader(stream, criteria(), std::move(options));
    Results results;
    Results::value_type result;
    while (reader.next(result)) results.push_back(result);
    return results;
}

inline std::vector<std::string> without_lines(const Results& results) {
    std::vector<std::string> texts;
    for (const auto& result : results) {
        texts.push_back(std::visit([](const auto& one) { return to_text(one); }, result));
    }
    return texts;
}

/// Each result as `LINE ` and its text.
inline std::vector<std::string> read_texts(const std::string& text, ReadOptions options = {},
                                           std::size_t piece = 1000) {
    const Results results = read_all(text, std::move(options), piece);
    std::vector<std::string> texts = without_lines(results);
    for (std::size_t i = 0; i < results.size(); ++i) {
        const std::size_t line = std::visit([](const auto& one) { return one.line; }, results[i]);
        texts[i] = fmt::format("{} {}", line, texts[i]);
    }
    return texts;
}

inline casework::RejectedRecord only_refusal(const std::string& text, ReadOptions options = {}) {
    const Results results = read_all(text, std::move(options));
    if (results.size() != 1) throw std::logic_error("there should be one result");
    return std::get<casework::RejectedRecord>(results.front());
}

}  // namespace scr::intake::sample
