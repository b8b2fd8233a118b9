// Writes records of scr-2015, the same for the same arguments: answers skewed as in real
// notifications, 2 % of the cells blank or unknown, 0.1 % of the records bad.
//
// usage: generate csv|ndjson RECORDS [spread] [scattered]
//
// spread: every answer as often as every other. scattered: references without any order.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace {

/// SplitMix64.
class Random {
 public:
    std::uint32_t below(std::uint32_t limit) {
        state_ += 0x9e3779b97f4a7c15ULL;
        std::uint64_t mixed = (state_ ^ (state_ >> 30)) * 0xbf58476d1ce4e5b9ULL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebULL;
        return static_cast<std::uint32_t>((mixed ^ (mixed >> 31)) >> 33) % limit;
    }

 private:
    std::uint64_t state_ = 2015;
};

struct Weighted {
    const char* answer;
    std::uint32_t weight;
};

struct Fact {
    const char* name;
    std::vector<Weighted> answers;
};

const std::vector<Fact>& facts() {
    static const std::vector<Fact> all{
        {"born_alive", {{"yes", 99}, {"no", 1}}},
        {"age_when_harmed", {{"", 1}}},
        {"abuse_or_neglect", {{"known", 25}, {"suspected", 35}, {"none", 40}}},
        {"died", {{"yes", 30}, {"no", 70}}},
        {"seriously_harmed", {{"yes", 50}, {"no", 50}}},
        {"suspected_suicide", {{"no", 1}}},
        {"working_together",
         {{"concern", 20},
          {"not_established", 50},
          {"no_concern", 25},
          {"no_concern_definitive", 5}}},
        {"setting",
         {{"none", 95}, {"custody", 2}, {"remand", 2}, {"young_offender_institution", 1}}},
        {"detained_mha", {{"yes", 2}, {"no", 98}}},
        {"deprived_of_liberty_mca", {{"yes", 2}, {"no", 98}}},
        {"looked_after", {{"yes", 15}, {"no", 85}}},
        {"regulated_setting", {{"yes", 5}, {"no", 95}}},
        {"significant_event", {{"yes", 20}, {"no", 80}}},
        {"adverse_outcome", {{"yes", 20}, {"no", 80}}},
    };
    return all;
}

class Generator {
 public:
    Generator(bool json, bool spread, bool scattered)
        : json_(json), spread_(spread), scattered_(scattered) {}

    std::string header() const {
        if (json_) return "";
        std::string line = "ref,age";
        for (const Fact& fact : facts()) line.append(",").append(fact.name);
        return line + "\n";
    }

    void append_record(std::string& out, long number) {
        const bool bad = random_.below(1000) == 0;
        const std::uint32_t wrong = bad ? random_.below(14) : 14;
        std::array<char, 32> ref{};
        // Odd, so that no two numbers below 2^27 come to the same.
        if (scattered_) number = number * 2'654'435'761 % (1L << 27);
        std::snprintf(ref.data(), ref.size(), "N%08ld", number);
        out.append(json_ ? "{\"ref\":\"" : "").append(ref.data()).append(json_ ? "\"" : "");
        const std::uint32_t age = random_.below(10) == 0 ? random_.below(25) : random_.below(18);
        append_cell(out, "age", std::to_string(age), true);
        for (std::size_t i = 0; i < facts().size(); ++i)
            append_cell(out, facts()[i].name, i == wrong ? "mabye" : answer(facts()[i]), false);
        out += json_ ? "}\n" : "\n";
    }

 private:
    std::string answer(const Fact& fact) {
        if (spread_)
            return fact.answers[random_.below(static_cast<std::uint32_t>(fact.answers.size()))]
                .answer;
        std::uint32_t total = 0;
        for (const Weighted& one : fact.answers) total += one.weight;
        std::uint32_t left = random_.below(total);
        for (const Weighted& one : fact.answers) {
            if (left < one.weight) return one.answer;
            left -= one.weight;
        }
        return "";
    }

    void append_cell(std::string& out, std::string_view name, std::string cell, bool number) {
        const std::uint32_t silence = random_.below(100);
        if (silence < 2) cell = silence == 0 ? "" : "unknown";
        if (!json_) {
            out.append(",").append(cell);
            return;
        }
        out.append(",\"").append(name).append("\":");
        if (cell.empty()) {
            out += "null";
        } else if (number && silence >= 2) {
            out += cell;
        } else {
            out.append("\"").append(cell).append("\"");
        }
    }

    bool json_;
    bool spread_;
    bool scattered_;
    Random random_;
};

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) return 2;
    const std::vector<std::string_view> manner(argv + 3, argv + argc);
    const auto is = [&](std::string_view word) {
        return std::find(manner.begin(), manner.end(), word) != manner.end();
    };
    Generator generator(std::string_view(argv[1]) == "ndjson", is("spread"), is("scattered"));
    std::string out = generator.header();
    const long records = std::atol(argv[2]);
    for (long i = 0; i < records; ++i) {
        generator.append_record(out, i);
        if (out.size() < (1U << 20) && i + 1 < records) continue;
        std::fwrite(out.data(), 1, out.size(), stdout);
        out.clear();
    }
    return 0;
}
