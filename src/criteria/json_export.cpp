#include "scr/criteria/json_export.hpp"

#include <algorithm>

#include "criteria/diagrams.hpp"
#include "criteria/numbered_diagram.hpp"
#include "scr/text/json_writer.hpp"

namespace scr::criteria {
namespace {

using text::JsonWriter;

std::int64_t number(std::size_t value) {
    return static_cast<std::int64_t>(value);
}

void write_default(JsonWriter& json, const char* key, const Fact& fact,
                   const std::optional<std::int64_t>& value) {
    json.key(key);
    if (!value) {
        json.null();
    } else if (fact.type == FactType::integer) {
        json.value(*value);
    } else {
        json.value(fact.text_of(*value));
    }
}

/// The diagrams of one file in the form that scr-criteria(5) describes.
class Writer {
 public:
    Writer(const Criteria& criteria, std::string_view digest)
        : criteria_(criteria), digest_(digest), diagrams_(criteria), levels_(diagrams_.levels()) {}

    std::string write() {
        json_.begin_object().key("schema").value(1).key("id").value(criteria_.id);
        json_.key("digest").value(digest_).key("facts").begin_array();
        for (const Fact& fact : criteria_.facts) write_fact(fact);
        json_.end_array().key("levels").begin_array();
        for (std::size_t level = 0; level < levels_.count(); ++level) write_level(level);
        json_.end_array();
        write_determinations();
        write_criteria();
        write_impossible();
        json_.end_object();
        return json_.take();
    }

 private:
    void write_fact(const Fact& fact) {
        json_.begin_object().key("id").value(fact.id);
        json_.key("type").value(to_text(fact.type));
        write_default(json_, "if_blank", fact, fact.if_blank);
        write_default(json_, "if_unknown", fact, fact.if_unknown);
        json_.key("if_blank_same_as");
        if (fact.if_blank_same_as) {
            json_.value(criteria_.facts[*fact.if_blank_same_as].id);
        } else {
            json_.null();
        }
        json_.end_object();
    }

    void write_level(std::size_t level) {
        const Fact& fact = criteria_.facts[levels_.fact(level)];
        json_.begin_object().key("fact").value(fact.id).key("answers").begin_array();
        if (fact.type == FactType::integer) {
            write_stretches(fact, levels_.classes(level));
        } else {
            for (std::size_t i = 0; i < fact.choices.size(); ++i) {
                json_.begin_object().key("answer").value(fact.choices[i]);
                write_edge(levels_.classes(level), number(i));
            }
        }
        json_.end_array().key("open").value(number(levels_.open_edge(level)));
        json_.key("tied");
        if (levels_.is_tied(level)) {
            json_.value(number(levels_.tied_edge(level)));
        } else {
            json_.null();
        }
        json_.end_object();
    }

    void write_stretches(const Fact& fact, const AnswerClasses& classes) {
        const auto& starts = classes.starts();
        for (std::size_t i = 0; i < starts.size(); ++i) {
            const std::int64_t last = i + 1 < starts.size() ? starts[i + 1] - 1 : fact.most;
            json_.begin_object().key("from").value(starts[i]).key("to").value(last);
            write_edge(classes, starts[i]);
        }
    }

    /// Ends the object of an answer.
    void write_edge(const AnswerClasses& classes, std::int64_t answer) {
        json_.key("edge").value(number(classes.class_of(answer))).end_object();
    }

    void write_determinations() {
        json_.key("determinations").begin_array();
        for (std::size_t i = 0; i < criteria_.determinations.size(); ++i) {
            const Determination& determination = criteria_.determinations[i];
            std::vector<std::string> words;
            for (const Outcome& outcome : determination.outcomes) words.push_back(outcome.id);
            json_.begin_object().key("id").value(determination.id);
            write_diagram(diagrams_.outcome_root(i), words);
        }
        json_.end_array();
    }

    void write_criteria() {
        json_.key("criteria").begin_array();
        for (std::size_t i = 0; i < criteria_.criteria.size(); ++i) {
            json_.begin_object().key("id").value(criteria_.criteria[i].id);
            write_diagram(diagrams_.criterion_root(i), truths_);
        }
        json_.end_array();
    }

    void write_impossible() {
        json_.key("impossible").begin_array();
        for (std::size_t i = 0; i < criteria_.impossible.size(); ++i) {
            json_.begin_object().key("text").value(criteria_.impossible[i].text);
            write_diagram(diagrams_.impossible_root(i), truths_);
        }
        json_.end_array();
    }

    /// Ends the object that the diagram belongs to. `words` names the bits of a terminal's set.
    void write_diagram(NodeId root, const std::vector<std::string>& words) {
        const NumberedDiagram diagram = number_diagram(diagrams_.outcomes(), root);
        json_.key("root").value(number(diagram.root)).key("terminals").begin_array();
        for (const Possible set : diagram.terminals) {
            json_.begin_array();
            for (std::size_t i = 0; i < words.size(); ++i) {
                if ((set >> i & 1) != 0) json_.value(words[i]);
            }
            json_.end_array();
        }
        json_.end_array().key("nodes").begin_array();
        for (const NumberedNode& node : diagram.nodes) {
            json_.begin_object().key("level").value(number(node.level)).key("edges").begin_array();
            for (const std::size_t edge : node.edges) json_.value(number(edge));
            json_.end_array().end_object();
        }
        json_.end_array().end_object();
    }

    const Criteria& criteria_;
    std::string_view digest_;
    Diagrams diagrams_;
    const Levels& levels_;
    const std::vector<std::string> truths_{"fails", "holds"};
    JsonWriter json_;
};

}  // namespace

std::string export_json(const Criteria& criteria, std::string_view digest) {
    return Writer(criteria, digest).write();
}

}  // namespace scr::criteria
