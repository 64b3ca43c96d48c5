#pragma once
/// One scenario that is open: its text, what the text says, and every change that can be taken back. The text
/// is the truth; an edit changes the characters of one value and nothing else, so comments and order stay.

#include "sim/base/file_system.h"
#include "sim/scenario/document.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace switchroom::gui {

/// Used by the window's thread alone. Errors stand in problems(), never in exceptions.
class ScenarioEditor {
public:
    /// `name` stands in messages and its folder is where includes are looked for. `files` outlives the
    /// editor.
    ScenarioEditor(FileSystem& files, std::string text, std::string name);

    /// Unlike every other editor's of this run of the program.
    std::uint32_t id() const { return id_; }
    const std::string& path() const { return path_; }
    /// The scenario's own name or, where it cannot be read, its file's.
    std::string title() const;
    const std::string& text() const { return states_[current_]; }

    /// What the text says; where it has errors, what it said when it last had none. Null: it never had none.
    std::shared_ptr<const ScenarioDocument> document() const { return document_; }
    /// Rises whenever document() becomes another one.
    std::uint64_t revision() const { return revision_; }
    /// Errors of the present text (and warnings).
    const Diagnostics& problems() const { return problems_; }

    /// Replaces the value at `path` ("contacts[2].talk.mean", as in set_value) by a TOML literal. Returns why
    /// that cannot be done; a value that contradicts others is taken and told by problems().
    Diagnostics set(std::string_view path, std::string_view literal);
    void set_text(std::string text);

    bool can_undo() const { return current_ > 0; }
    bool can_redo() const { return current_ + 1 < states_.size(); }
    void undo();
    void redo();

    bool has_unsaved_changes() const { return text() != saved_; }
    /// Writes beside and renames. Errors: what the disk refuses; then nothing has changed.
    Diagnostics save();
    Diagnostics save_as(const std::string& path);

private:
    void understand();
    void push(std::string text);

    FileSystem* files_;
    std::uint32_t id_;
    std::string path_;
    std::string saved_;
    std::vector<std::string> states_;
    std::size_t current_ = 0;
    std::shared_ptr<const ScenarioDocument> document_;
    std::uint64_t revision_ = 0;
    Diagnostics problems_;
};

/// Reads `path`. Errors: only that it cannot be read; what it says wrongly is told by problems().
Result<std::unique_ptr<ScenarioEditor>> open_scenario(FileSystem& files, const std::string& path);

} // namespace switchroom::gui
