#pragma once
/// Changes of a scenario that leave the text of its file as somebody wrote it: comments, order, spacing and
/// line ends stay, only the characters of the value go. What stands in an included file is overridden by the
/// top file; included files are never changed.
///
///     auto changed = apply_edit(disk, text, "daytime-overflow.toml", set_edit("groups[0].tone", "0.7"));
///
/// Paths are those of SourceMap, positions those of the merged Scenario: "groups[0].agents.weekdays[1][1]".

#include "sim/base/file_system.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace switchroom {

struct Edit {
    enum class Kind { set, remove, insert, move };
    Kind kind = Kind::set;
    std::string path;
    std::string literal; ///< set, insert: one TOML value; an element of [[groups]] is `{ name = "…", … }`
    std::size_t to = 0;  ///< move: position after the move
    friend bool operator==(const Edit&, const Edit&) = default;
};

/// The value at `path` becomes `literal`, whether or not the file says it so far. A new source of arrivals
/// (staffing, …) puts out the old one, as with includes.
Edit set_edit(std::string path, std::string literal);
/// A key, which then has its default, or an element of a list.
Edit remove_edit(std::string path);
/// A new element at `path`, which ends in a position ("groups[2]"): 0 … size of the list.
Edit insert_edit(std::string path, std::string literal);
/// The element at `path` stands at position `to` afterwards.
Edit move_edit(std::string path, std::size_t to);

/// `text` after the edit; `name` is its file, in whose folder includes are looked for. The result differs
/// from `text` in that one value (read as merged), or there is an error: `text` is not TOML, the literal is
/// not one value, there is no such path, or an included file says what cannot be overridden.
Result<std::string> apply_edit(const FileSystem& files, std::string_view text, const std::string& name,
                               const Edit& edit);

/// One after the other; all or none.
Result<std::string> apply_edits(const FileSystem& files, std::string_view text, const std::string& name,
                                const std::vector<Edit>& edits);

/// The edits that give the contact, group, vendor, profile or segment at `path` ("groups[1]") another name
/// everywhere; contacts and groups keep their random numbers by `key`. Errors: as apply_edit, or the name
/// stands in an included file, or is taken.
Result<std::vector<Edit>> rename_edits(const FileSystem& files, std::string_view text,
                                       const std::string& name, const std::string& path,
                                       const std::string& new_name);

} // namespace switchroom
