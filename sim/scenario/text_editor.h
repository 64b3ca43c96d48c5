#pragma once
/// Tries the ways in which a text could say what is wanted, the smallest change first, and keeps the first
/// that does: whether it does is read off the changed text, includes and all. Internal to this folder.

#include "sim/scenario/edit_tree.h"
#include "sim/scenario/include.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace switchroom {

class TextEditor {
public:
    TextEditor(const FileSystem& files, std::string_view text, const std::string& name)
        : files_(files), text_(text), name_(name)
    {
    }

    Result<std::string> apply(const Edit& edit);

    /// All edits, looked at once at the end: much faster than one by one. Nothing where that does not work
    /// out (sections that come, go or change places), which says nothing about the edits.
    std::optional<std::string> apply_together(const std::vector<Edit>& edits);

private:
    Result<Node> value_of(const Edit& edit) const;
    Diagnostics read();
    std::optional<std::string> directly(const Edit& edit, const Node& value);
    std::optional<std::string> insert(const Edit& edit, const Node& value);

    /// The path in this file alone. Nothing: an element on the way stands in an included file.
    std::optional<ValuePath> local_path(const ValuePath& path) const;
    /// Sets a value of this file, in sections that override those of an included file where need be.
    std::optional<std::string> put(const ValuePath& path, std::string_view literal);
    std::optional<std::string> put_into_sections(std::string text, const ValuePath& path,
                                                 std::string_view literal) const;
    std::optional<std::size_t> own_section(std::string& text, const ValuePath& list, const Node& same) const;
    bool stays_in_pieces(const ValuePath& path) const;
    bool says_it(const std::optional<std::string>& text) const;
    std::string why_not() const;

    const FileSystem& files_;
    std::string text_;
    const std::string& name_;
    Node merged_; ///< what text and includes say, before
    Node local_;  ///< what the text says, before
    TreeEdit wanted_;
    ValuePath path_; ///< of the edit at hand
};

} // namespace switchroom
