#pragma once

namespace scr::json {

/// Loads simdjson, once; every use of it comes after a call of this. It is not loaded with the
/// program, because it and the C++ library that it needs for itself take longer to load than most
/// commands take to run, and most commands read no JSON.
///
/// Throws FailureKind::usage when the machine has no such library.
void require_library();

}  // namespace scr::json
