#include "intake/code_reading.hpp"

#include <fmt/format.h>

#include <set>

#include "scr/criteria/cell.hpp"
#include "scr/intake/column_map.hpp"
#include "scr/text/strings.hpp"
#include "scr/text/suggestion.hpp"

namespace scr::intake {

namespace {

using criteria::Answer;
using Code = criteria::AnswerCodes::Code;

class CodeReader {
 public:
    CodeReader(const criteria::Fact* fact, MapFaults& faults) : fact_(fact), faults_(faults) {}

    criteria::AnswerCodes read(const criteria::Table& table) {
        for (const criteria::Entry& entry : table) read_entry(entry);
        return criteria::AnswerCodes(std::move(codes_));
    }

 private:
    void read_entry(const criteria::Entry& entry) {
        const std::string text(text::trim(entry.key));
        if (!seen_.insert(text).second) {
            return faults_.add(entry.key_span, fmt::format("two codes are the same: `{}`", text),
                               "spaces around a code or a cell do not count",
                               "leave one of them out");
        }
        if (const auto answer = answer_of(entry)) codes_.push_back({text, *answer});
    }

    std::optional<Answer> answer_of(const criteria::Entry& entry) {
        const auto* const number = std::get_if<std::int64_t>(&entry.node.value);
        if (number != nullptr && fact_ != nullptr && fact_->type == criteria::FactType::integer)
            return answer_of(std::to_string(*number), entry);
        const criteria::Text* const text = faults_.text(entry);
        if (text == nullptr) return {};
        return answer_of(text::to_lower(text::trim(text->value)), entry);
    }

    std::optional<Answer> answer_of(const std::string& answer, const criteria::Entry& entry) {
        if (answer == to_be_given) return unfinished(entry);
        if (answer.empty()) return Answer::blank();
        if (answer == "unknown") return Answer::unknown();
        if (fact_ == nullptr) return Answer::blank();  // other criteria know what it is
        if (const auto value = fact_->value_of(answer)) return Answer::given(*value);
        return unknown_answer(answer, entry);
    }

    std::optional<Answer> unfinished(const criteria::Entry& entry) {
        faults_.add(entry.node.span,
                    fmt::format("the code `{}` has no answer yet", text::trim(entry.key)),
                    answers_in_words(), "write one of them in place of `?`");
        return {};
    }

    std::optional<Answer> unknown_answer(const std::string& answer, const criteria::Entry& entry) {
        std::vector<std::string> candidates{"unknown"};
        if (fact_->type != criteria::FactType::integer)
            candidates.insert(candidates.begin(), fact_->choices.begin(), fact_->choices.end());
        faults_.add(entry.node.span,
                    fmt::format("unknown answer for `{}`: `{}`", fact_->id, answer),
                    answers_in_words(), text::did_you_mean(answer, candidates));
        return {};
    }

    std::string answers_in_words() const {
        return fmt::format("answers are {}; \"\" is a blank",
                           fact_ ? fact_->answers_in_words() : "those of its criteria file");
    }

    const criteria::Fact* fact_;
    MapFaults& faults_;
    std::set<std::string> seen_;  ///< codes with a fault as well
    std::vector<Code> codes_;
};

}  // namespace

criteria::AnswerCodes read_codes(const criteria::Table& table, const criteria::Fact* fact,
                                 MapFaults& faults) {
    return CodeReader(fact, faults).read(table);
}

}  // namespace scr::intake
