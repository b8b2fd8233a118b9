#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "scr/criteria/answer.hpp"

namespace scr::criteria {

/// How somebody else writes the answers to one fact: `1` for yes, `2` for no, `9` for unknown.
class AnswerCodes {
 public:
    struct Code {
        std::string text;  ///< without spaces around it; blank: what an empty cell says
        Answer answer;
    };
    struct Found {
        const Answer* answer = nullptr;
        bool ambiguous =
            false;  ///< it is several codes, of several answers, in another letter case
    };

    explicit AnswerCodes(std::vector<Code> codes);

    /// What a cell without spaces around it says: the code that is written so, else the one that
    /// differs in letter case alone.
    Found find(std::string_view cell) const;
    /// What an empty cell says.
    Answer blank() const;

    const std::vector<Code>& codes() const { return codes_; }
    /// `1, 2 and 9`, for messages.
    std::string in_words() const;

 private:
    std::vector<Code> codes_;
    std::map<std::string, std::vector<std::size_t>, std::less<>> by_lower_case_;
};

/// For each fact the codes of its answers, null where they are written in our way; empty where all
/// are.
using CodedFacts = std::vector<const AnswerCodes*>;

}  // namespace scr::criteria
