#pragma once

#include <string>
#include <vector>

namespace scr::criteria {
class Interview;
}

namespace scr::cli {

class Output;

/// A question on a stream, in its width: a blank line, the question, `lines` below it.
void print_asked(Output&, const std::string& ask, const std::vector<std::string>& lines);

/// A fact's question in the file's own words with the answers that are still possible, numbered by
/// how many were asked before.
void print_question(Output&, criteria::Interview&, std::size_t fact);

/// What the question means, and by which provisions it is asked.
void print_question_note(Output&, const criteria::Interview&, std::size_t fact);

/// Whether what was typed asks for the note, or for the question before.
bool asks_for_note(const std::string& typed);
bool asks_to_go_back(const std::string& typed);

}  // namespace scr::cli
