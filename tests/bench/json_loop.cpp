// The same as limit.cpp for lines of JSON: a loop of simdjson's On-Demand over one line after the
// other, which takes the keys in the order of generate.cpp and checks nothing else.
//
// usage: json_loop < RECORDS.ndjson > OUTCOMES.csv
#include <simdjson.h>
#include <unistd.h>

#include <cstring>
#include <string>
#include <vector>

#include "limit_criteria.hpp"

namespace {

constexpr std::size_t block = 1 << 18;

std::string_view token_of(simdjson::ondemand::value value) {
    std::string_view token = value.raw_json_token();
    while (!token.empty() && token.back() <= ' ') token.remove_suffix(1);
    if (token == "null") return {};
    if (token.front() == '"') return token.substr(1, token.size() - 2);
    return token;
}

void screen(simdjson::ondemand::parser& parser, const char* line, std::size_t size,
            std::string& out) {
    simdjson::ondemand::document document;
    if (parser.iterate(line, size, size + simdjson::SIMDJSON_PADDING).get(document)) return;
    limit::Answers answers;
    std::string_view ref;
    int field = 0;
    for (auto member : document.get_object()) {
        const std::string_view token = token_of(member.value());
        if (field == 0) ref = token;
        if (field > 0 && field <= limit::columns)
            answers[field - 1] = limit::answer(field - 1, token.data(), token.size());
        ++field;
    }
    const std::string_view name = limit::outcome_of(answers);
    if (!name.empty()) out.append(ref).append(name);
}

}  // namespace

int main() {
    simdjson::ondemand::parser parser;
    std::vector<char> bytes(block + 64);
    std::string out;
    std::size_t kept = 0;
    for (;;) {
        const ssize_t got = ::read(0, bytes.data() + kept, block - kept);
        if (got <= 0) break;
        const char* at = bytes.data();
        const char* const end = at + kept + got;
        while (const auto* line_end = static_cast<const char*>(
                   std::memchr(at, '\n', static_cast<std::size_t>(end - at)))) {
            screen(parser, at, static_cast<std::size_t>(line_end - at), out);
            at = line_end + 1;
        }
        kept = static_cast<std::size_t>(end - at);
        std::memmove(bytes.data(), at, kept);
        if (::write(1, out.data(), out.size()) < 0) return 1;
        out.clear();
    }
    return 0;
}
