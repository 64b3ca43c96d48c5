#pragma once
/// `include = ["common.toml"]`: the files beneath the top one, merged into one tree.
///
/// Tables merge key by key and the upper file wins. [[contacts]], [[groups]], [[lines]], [[profiles]],
/// [[segments]], [[hours.away]] and
/// [[contracts.sla]] merge by `name`, [[contracts]] by `vendor`, [[routes]] by their contacts; other
/// [[sections]] and `closures` append, the lower file's first. Everything else is a value that the upper file
/// replaces: a list in brackets, and a table with a `family`; a new source of arrivals puts out the old one.

#include "sim/base/file_system.h"
#include "sim/scenario/node.h"

#include <string>
#include <string_view>
#include <vector>

namespace switchroom {

struct MergedFiles {
    Node root;                      ///< without `include`
    std::vector<std::string> files; ///< the top file first, then in the order of reading
};

/// What a key of `over` makes void in the table under it: another source of arrivals, another way of
/// staffing.
void drop_what_is_replaced(Node& under, const Node& over);

/// The keys by which the sections of this list ("contacts", "contracts.sla"; no positions) are the same thing
/// in upper and lower files; empty where sections append.
std::vector<std::string_view> identity_keys(std::string_view list);

/// `text` is the content of the file `name`. Each file is merged once; cycles are errors. Includes are
/// relative to the file that names them and stay in the top file's folder unless `allow_outside`.
Result<MergedFiles> merge_includes(const FileSystem& files, std::string_view text, const std::string& name,
                                   bool allow_outside);

} // namespace switchroom
