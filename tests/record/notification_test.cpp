#include "scr/record/notification.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace scr::record;

TEST_CASE("the roles and kinds of an identity are those of the contract") {
    CHECK(identity_roles() ==
          std::vector<std::string>{"child", "parent", "sibling", "carer", "practitioner", "other"});
    CHECK(identity_kinds().size() == 13);
    CHECK(identity_kinds().front() == "name");
    CHECK(identity_kinds().back() == "other");
    const std::set<std::string> kinds(identity_kinds().begin(), identity_kinds().end());
    for (const char* kind : {"nickname", "date_of_birth", "date_of_death", "address", "postcode",
                             "nhs_number", "school", "gp", "telephone", "email", "case_number"})
        CHECK(kinds.count(kind) == 1);
}
