#pragma once
/// The answer of `switchroom erlang MODEL` as text for people, as JSON, as one CSV row.

#include "cli/erlang_flags.h"

namespace switchroom {

/// A question that has been answered.
struct ErlangAnswer {
    ErlangQuestion question;        ///< inputs completed by what was searched for
    erlang::CaseRow row;            ///< solved
    std::vector<std::string> notes; ///< what was searched for, in words
};

std::string erlang_text(const ErlangAnswer& answer);
std::string erlang_json(const ErlangAnswer& answer);
std::string erlang_csv(const ErlangAnswer& answer);

} // namespace switchroom
