#pragma once
/// The schema of scenario files as a look-up: what a key means, what it takes, what holds where it is left
/// out. Made once from the visitors of sim/scenario/keys.h.

#include "sim/scenario/keys.h"
#include "sim/scenario/node.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace switchroom::gui {

/// What a field takes, and so how it is shown and typed.
enum class FieldKind {
    duration,
    share,
    integer,
    number,
    money,
    text,
    flag,
    date,
    clock,
    windows,
    choice,  ///< one of fixed words
    name,    ///< of a contact, a group …: one of a list that may lack it
    names,   ///< several of them
    promise, ///< a duration, or "same day"
    limit,   ///< a share or a duration
    term,    ///< "12 months"
    raw      ///< anything else, as TOML writes it
};

struct SchemaKey {
    FieldKind kind = FieldKind::raw;
    std::string help; ///< English, as in the reference
    Limits limits;
    std::vector<std::string> choices;
    std::optional<Node> standard; ///< what holds where it is left out
    bool required = false;
    bool is_table = false; ///< has keys of its own
};

/// `kind` is a path without positions: "contacts.talk.mean". Steps of routes are "routes.open.offer",
/// "routes.open.voicemail.becomes", and the same under "routes.closed". Null: there is no such key.
const SchemaKey* schema_key(std::string_view kind);

} // namespace switchroom::gui
