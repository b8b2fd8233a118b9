#pragma once

#include "cli/actions.hpp"

namespace scr::cli {

/// `audit verify`: what was changed behind the program's back; 1 when anything was.
void declare_audit_verify(CLI::App& audit, Actions& actions);

}  // namespace scr::cli
