#include "scr/record/notification.hpp"

namespace scr::record {

const std::vector<std::string>& identity_roles() {
    static const std::vector<std::string> roles{"child", "parent",       "sibling",
                                                "carer", "practitioner", "other"};
    return roles;
}

const std::vector<std::string>& identity_kinds() {
    static const std::vector<std::string> kinds{"name",          "nickname", "date_of_birth",
                                                "date_of_death", "address",  "postcode",
                                                "nhs_number",    "school",   "gp",
                                                "telephone",     "email",    "case_number",
                                                "other"};
    return kinds;
}

}  // namespace scr::record
