#include "criteria/random_criteria.hpp"

#include <fmt/format.h>

#include <vector>

namespace scr::criteria::oracle {
namespace {

class Generator {
 public:
    explicit Generator(std::mt19937& random) : random_(random) {}

    std::string file() {
        text_ =
            "[criteria]\nid = \"random\"\ntitle = \"Random\"\nkind = \"k\"\njurisdiction = \"J\"\n"
            "regime_date = \"incident_on\"\n";
        const int facts = 2 + below(4);
        for (int i = 0; i < facts; ++i) add_fact(i);
        const int conditions = below(3);
        for (int i = 0; i < conditions; ++i) {
            text_ +=
                fmt::format("[condition.c{}]\nwhen = \"{}\"\ntext = \"t\"\n", i, expression(2));
            names_.push_back(fmt::format("c{}", i));
        }
        add_determination("first", 3);
        add_determination("second", 2);
        const int impossible = below(3);
        for (int i = 0; i < impossible; ++i) {
            text_ += fmt::format("[[impossible]]\nwhen = \"{}\"\ntext = \"t\"\n",
                                 expression(1) + " and " + atom());
        }
        const int criteria = 1 + below(5);
        for (int i = 0; i < criteria; ++i) add_criterion(i);
        return text_;
    }

    std::string file_with_claims() {
        file();
        for (int i = 0; i < 2; ++i) {
            text_ += fmt::format("[[property]]\ntext = \"t\"\nclaim = \"{} implies {}\"\n",
                                 expression(1), outcome());
        }
        return text_;
    }

 private:
    struct Known {
        std::string id;
        int type = 0;  ///< 0 yes_no, 1 choice, 2 integer
    };

    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random_); }
    bool chance(int percent) { return below(100) < percent; }

    std::string answer(int type) {
        if (type == 0) return chance(50) ? "\"yes\"" : "\"no\"";
        if (type == 1) return fmt::format("\"v{}\"", below(3));
        return std::to_string(below(5));
    }

    void add_fact(int i) {
        static const char* const types[] = {"yes_no", "choice", "integer"};
        const bool twin = i > 0 && chance(30) && !tied_.back();
        const int type = twin ? facts_.back().type : below(3);
        text_ += fmt::format("[fact.f{}]\nask = \"?\"\ntype = \"{}\"\n", i, types[type]);
        if (type == 1) text_ += "choices = [\"v0\", \"v1\", \"v2\"]\n";
        if (type == 2) text_ += "range = [0, 4]\n";
        if (twin) text_ += fmt::format("if_blank_same_as = \"f{}\"\n", i - 1);
        if (!twin && chance(40)) text_ += fmt::format("if_blank = {}\n", answer(type));
        if (chance(25)) text_ += fmt::format("if_unknown = {}\n", answer(type));
        facts_.push_back({fmt::format("f{}", i), type});
        tied_.push_back(twin);
    }

    std::string atom() {
        if (!names_.empty() && chance(25))
            return names_[static_cast<std::size_t>(below(static_cast<int>(names_.size())))];
        const Known& fact =
            facts_[static_cast<std::size_t>(below(static_cast<int>(facts_.size())))];
        if (fact.type == 0) return fact.id;
        if (fact.type == 1) {
            if (chance(50))
                return fmt::format("{} {} v{}", fact.id, chance(50) ? "=" : "!=", below(3));
            return fmt::format("{} in (v{}, v2)", fact.id, below(2));
        }
        static const char* const comparisons[] = {"=", "!=", "<", "<=", ">", ">="};
        return fmt::format("{} {} {}", fact.id, comparisons[below(6)], below(5));
    }

    std::string expression(int depth) {
        if (depth == 0 || chance(25)) return chance(25) ? "not " + atom() : atom();
        const char* const connective = chance(50) ? "and" : "or";
        const std::string both =
            fmt::format("({} {} {})", expression(depth - 1), connective, expression(depth - 1));
        return chance(15) ? "not " + both : both;
    }

    std::string outcome() {
        const std::string sign = chance(50) ? "=" : "!=";
        if (chance(60)) return fmt::format("first {} first{}", sign, below(3));
        return fmt::format("(second {} second{} or {})", sign, below(2), expression(1));
    }

    void add_determination(const std::string& id, int outcomes) {
        text_ += fmt::format("[determination.{}]\nask = \"?\"\noutcomes = [", id);
        for (int i = 0; i < outcomes; ++i)
            text_ += fmt::format("{{ id = \"{}{}\", label = \"l\" }},", id, i);
        text_ += fmt::format("]\notherwise = \"{}{}\"\n", id, outcomes - 1);
    }

    void add_criterion(int i) {
        const bool first = chance(60);
        text_ += fmt::format(
            "[[criterion]]\nid = \"k{}\"\ndetermination = \"{}\"\noutcome = \"{}\"\nwhen = \"{}\"\n"
            "text = \"t\"\n",
            i, first ? "first" : "second",
            first ? fmt::format("first{}", below(2)) : std::string("second0"), expression(3));
    }

    std::mt19937& random_;
    std::string text_;
    std::vector<Known> facts_;
    std::vector<bool> tied_;
    std::vector<std::string> names_;
};

}  // namespace

std::string random_criteria_text(std::mt19937& random) {
    return Generator(random).file();
}

std::string random_claims_text(std::mt19937& random) {
    return Generator(random).file_with_claims();
}

Answers random_answers(const Criteria& criteria, std::mt19937& random) {
    const auto below = [&](std::size_t limit) {
        return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
    };
    Answers answers;
    for (const Fact& fact : criteria.facts) {
        const std::size_t kind = below(4);
        const std::size_t values = fact.type == FactType::integer ? 5 : fact.choices.size();
        if (kind == 0) answers.push_back(Answer::blank());
        if (kind == 1) answers.push_back(Answer::unknown());
        if (kind > 1) answers.push_back(Answer::given(static_cast<std::int64_t>(below(values))));
    }
    return answers;
}

}  // namespace scr::criteria::oracle
