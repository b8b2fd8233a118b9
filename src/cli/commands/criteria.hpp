#pragma once

#include <string>

#include "cli/actions.hpp"
#include "scr/casework/criteria_library.hpp"

namespace scr::cli {

class Context;

/// What the commands on one criteria file share.
struct CriteriaOptions {
    std::string file;  ///< a file or an id; blank: as for every command
};

/// The file of the options, else `--criteria` and what follows it, else `scr-2015`.
casework::CriteriaPointer criteria_of(const CriteriaOptions& options, Context& context);

/// `criteria show`: the file as a page; `--beside-source`: provision by provision.
void declare_criteria_show(CLI::App& criteria, Actions& actions);

/// The whole file as one object.
std::string criteria_json(const casework::LoadedCriteria& loaded);

/// Each provision of the sources with the rules that carry it and their examples.
int print_beside_source(const criteria::Criteria& file, Context& context);

/// Proves the claims; 1 when one fails.
int run_criteria_check(const CriteriaOptions& options, Context& context);

/// Runs the examples and says what they cover; 1 when one fails.
int run_criteria_test(const CriteriaOptions& options, Context& context);

/// Writes examples that cover the file.
int run_criteria_cases(const CriteriaOptions& options, Context& context);

/// `list`: what is known here, and who adopted it.
void declare_criteria_list(CLI::App& criteria, Actions& actions);

/// `adopt`: that a meeting took a file as its own.
void declare_criteria_adopt(CLI::App& criteria, Actions& actions);

/// `diff`: what parts two files; 1 when they differ.
void declare_criteria_diff(CLI::App& criteria, Actions& actions);

/// `criteria ask`: an interview that stores nothing.
void declare_criteria_ask(CLI::App& criteria, Actions& actions);

/// `criteria export`: the diagrams as SQL or JSON.
void declare_criteria_export(CLI::App& criteria, Actions& actions);

}  // namespace scr::cli
