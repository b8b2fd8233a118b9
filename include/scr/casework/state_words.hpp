#pragma once

#include <string>

#include "scr/casework/clocks.hpp"

/// The words for states, the same for people and for scripts.
namespace scr::casework {

/// `not_started`, `running`, `overdue`, `met`, `missed`.
std::string state_word(record::DeadlineState);

/// `open`, `closed`.
std::string state_word(const record::Review&);

/// `published`, `ended`, `withdrawn`.
std::string state_word(record::PublicationState);

/// How a clock stands, with what is uncertain about it.
std::string in_words(const Clock&);

}  // namespace scr::casework
