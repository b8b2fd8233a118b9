#include "scr/casework/state_words.hpp"

namespace scr::casework {

std::string state_word(record::DeadlineState state) {
    switch (state) {
        case record::DeadlineState::not_started: return "not_started";
        case record::DeadlineState::running: return "running";
        case record::DeadlineState::overdue: return "overdue";
        case record::DeadlineState::met: return "met";
        case record::DeadlineState::missed: return "missed";
    }
    return "";
}

std::string state_word(const record::Review& review) {
    return review.closed_on ? "closed" : "open";
}

std::string state_word(record::PublicationState state) {
    switch (state) {
        case record::PublicationState::published: return "published";
        case record::PublicationState::ended: return "ended";
        case record::PublicationState::withdrawn: return "withdrawn";
    }
    return "";
}

std::string in_words(const Clock& clock) {
    std::string text = record::describe(clock.status);
    if (!clock.stop_reference.empty()) text += ", reference " + clock.stop_reference;
    if (clock.may_run) text += "; whether it runs depends on what is not known yet";
    return text;
}

}  // namespace scr::casework
