#pragma once

#include "intake/input_buffer.hpp"

namespace scr::intake {

/// Throws Failure (refused) for an input that is still packed: by a program that is not known here,
/// or a second time by one that is. Its first bytes tell, whatever its name.
void refuse_packed(InputBuffer& input);

}  // namespace scr::intake
