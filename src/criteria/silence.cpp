#include "criteria/silence.hpp"

namespace scr::criteria {
namespace {

void read_fact(const Fact& fact, std::size_t index, Blanks blanks, Reading& reading) {
    Answer& answer = reading.answers[index];
    const bool silent = answer.state == Answer::State::blank && blanks == Blanks::take_default;
    if (silent && fact.if_blank) {
        answer = Answer::given(*fact.if_blank);
        reading.from_silence.push_back(index);
    } else if (!silent && answer.state != Answer::State::given && fact.if_unknown) {
        answer = Answer::given(*fact.if_unknown);
        reading.from_unknown.push_back(index);
    } else if (answer.state == Answer::State::blank && !(silent && fact.if_blank_same_as)) {
        answer = Answer::unknown();
    }
}

/// A blank fact that shares its partner's answer: known with it, or tied to it while it is open.
void share_partner(const Fact& fact, std::size_t index, Reading& reading) {
    Answer& answer = reading.answers[index];
    if (!fact.if_blank_same_as || answer.state != Answer::State::blank) return;
    const Answer& partner = reading.answers[*fact.if_blank_same_as];
    if (partner.state == Answer::State::given) {
        answer = partner;
        reading.from_silence.push_back(index);
    } else {
        reading.tied.push_back(index);
    }
}

}  // namespace

Reading read_silence(const Criteria& criteria, const Answers& answers, Blanks blanks) {
    Reading reading;
    reading.answers = answers;
    for (std::size_t i = 0; i < answers.size(); ++i)
        read_fact(criteria.facts[i], i, blanks, reading);
    for (std::size_t i = 0; i < answers.size(); ++i) share_partner(criteria.facts[i], i, reading);
    return reading;
}

}  // namespace scr::criteria
