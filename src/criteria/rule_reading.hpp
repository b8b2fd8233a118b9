#pragma once

#include "criteria/draft.hpp"
#include "criteria/resolution.hpp"
#include "criteria/table_reader.hpp"

namespace scr::criteria {

/// A list from which a citation or a name is resolved must be in the draft before its users are
/// read: sources, facts, conditions' names and determinations first.
void read_sources(TableReader& root, Draft& draft);
void read_determinations(TableReader& root, Draft& draft);

/// Conditions are read twice, since they may name one another: first their names and texts, then
/// their expressions, when a resolver can be made. The second half reports cycles.
std::vector<TableReader> read_condition_names(TableReader& root, Draft& draft);
void read_condition_tests(std::vector<TableReader>& tables, Resolver& resolver, Draft& draft);

void read_impossible(TableReader& root, Resolver& resolver, Draft& draft);
void read_criterion_list(TableReader& root, Resolver& resolver, Draft& draft);
void read_deadlines(TableReader& root, Resolver& resolver, Draft& draft);
void read_review_kinds(TableReader& root, Draft& draft);
/// After the review kinds, which they name.
void read_checklists(TableReader& root, Draft& draft);
void read_examples(TableReader& root, Draft& draft);
void read_claims(TableReader& root, Resolver& resolver, Draft& draft);

/// The `cite` and `force` that rules have in common.
std::vector<Citation> read_citations(TableReader& table, Draft& draft);
Force read_force(TableReader& table, Draft& draft);

/// Says that no determination of the file has this name, and which it has.
void refuse_determination(Span, const std::string& name, Draft& draft);

/// Says that the text is no length of time such as `5 working days`.
void refuse_period(const Text& written, Draft& draft);

/// The required `id` of an entry of a list; its form and that it is there once are checked.
std::string read_id(TableReader& table, std::string_view what, Ids& ids, Draft& draft);

}  // namespace scr::criteria
