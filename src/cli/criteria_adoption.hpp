#pragma once

#include "scr/casework/adoption.hpp"
#include "scr/failure.hpp"

/// Whether what is screened may be recorded, asked by the commands before they work.
namespace scr::cli {

class Context;

/// How these criteria stand with this machine's record; only what is not shipped needs the store.
casework::AdoptionStanding adoption_of(Context&, const casework::LoadedCriteria&);

/// For what records nothing: whether its result is a trial. A store that cannot be read does not
/// keep anybody from trying.
bool is_trial(Context&, const casework::LoadedCriteria&);

/// After the results of a trial: how it would become a record. CSV does not say so itself.
void say_trial(Context&, const casework::LoadedCriteria&);

/// That nothing is recorded under these criteria.
Failure not_recorded(const casework::LoadedCriteria&);

/// For what records: throws `not_recorded` unless the criteria are adopted.
void require_adopted(Context&, const casework::LoadedCriteria&);

}  // namespace scr::cli
