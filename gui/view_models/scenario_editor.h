#pragma once
/// One scenario that is open: its text, what the text says, and every change that can be taken back. The text
/// is the truth; an edit changes the characters of one value and nothing else, so comments and order stay.

#include "sim/base/file_system.h"
#include "sim/scenario/document.h"
#include "sim/scenario/edit_text.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace switchroom::gui {

/// Where the text of an editor comes from and where it goes.
struct EditorOrigin {
    std::string path;           ///< its file; its folder is where includes are looked for
    std::string saved;          ///< what that file says, as far as known; empty: there is none
    std::string suggested_path; ///< of a copy that has not been saved anywhere yet; otherwise empty
};

/// Whether a file that is there, and is another, may be replaced.
enum class Replace { no, yes };

/// Used by the window's thread alone. Errors stand in problems(), never in exceptions.
class ScenarioEditor {
public:
    /// `name` stands in messages and its folder is where includes are looked for. `files` outlives the
    /// editor.
    ScenarioEditor(FileSystem& files, std::string text, std::string name);
    ScenarioEditor(FileSystem& files, std::string text, EditorOrigin origin);

    /// Unlike every other editor's of this run of the program.
    std::uint32_t id() const { return id_; }
    /// Where includes are read from; where save() writes, unless needs_path().
    const std::string& path() const { return origin_.path; }
    /// What to offer in "Save as": the path itself or, for a copy of a library file, one of the user's own.
    const std::string& suggested_path() const
    {
        return origin_.suggested_path.empty() ? origin_.path : origin_.suggested_path;
    }
    /// It has never been saved as a file of the user's: save() refuses, save_as() is wanted.
    bool needs_path() const { return !origin_.suggested_path.empty() || is_library_file(); }
    /// The path is that of a file that comes with the program.
    bool is_library_file() const;
    const std::string& saved_text() const { return origin_.saved; }
    /// The scenario's own name or, where it cannot be read, its file's.
    std::string title() const;
    const std::string& text() const { return states_[current_].text; }

    /// What the text says; where it has errors, what it said when it last had none. Null: it never had none.
    std::shared_ptr<const ScenarioDocument> document() const { return document_; }
    /// What the text said when it was opened (or, if it had errors then, first had none): what levers call
    /// 100 %.
    std::shared_ptr<const ScenarioDocument> original() const { return original_; }
    /// Rises whenever document() becomes another one.
    std::uint64_t revision() const { return revision_; }
    /// Rises whenever text() becomes another one, with or without errors.
    std::uint64_t text_revision() const { return text_revision_; }
    /// Errors of the present text (and warnings).
    const Diagnostics& problems() const { return states_[current_].problems; }
    /// Those at the value with this path or inside it ("contacts[0].talk"); what is missing in a table stands
    /// at the table.
    Diagnostics problems_at(std::string_view path) const;

    /// The value at `path` ("contacts[2].talk.mean", positions as in the document) becomes a TOML literal,
    /// wherever it stands now. Returns why that cannot be done; a value that contradicts others is taken and
    /// told by problems().
    Diagnostics set(std::string_view path, std::string_view literal);
    /// Back to the default, or an element of a list away.
    Diagnostics remove(std::string_view path);
    /// A new element at `path`, which ends in a position.
    Diagnostics insert(std::string_view path, std::string_view literal);
    Diagnostics move(std::string_view path, std::size_t to);
    /// Another name for a contact, group, vendor, profile or segment ("groups[1]"), everywhere.
    Diagnostics rename(const std::string& path, const std::string& new_name);
    /// Several edits as one change. `name` is what undo calls it; empty: made from the paths.
    Diagnostics change(const std::vector<Edit>& edits, std::string name = {});
    /// Whatever differs from document()->scenario, as one change. Precondition: no errors at present.
    Diagnostics change_to(const Scenario& scenario, std::string name = {});
    void set_text(std::string text, std::string name = {});

    /// Between the two (a slider is held), all changes are one step of undo. end without begin does nothing.
    void begin_gesture();
    void end_gesture();

    bool can_undo() const { return current_ > 0; }
    bool can_redo() const { return current_ + 1 < states_.size(); }
    /// "front desk: agents". Empty where there is nothing to undo (redo).
    std::string undo_name() const { return can_undo() ? states_[current_].name : std::string(); }
    std::string redo_name() const { return can_redo() ? states_[current_ + 1].name : std::string(); }
    void undo();
    void redo();

    bool has_unsaved_changes() const { return text() != origin_.saved; }
    /// Whether the file says something else than when it was read or saved, or is gone.
    bool changed_on_disk() const;
    /// Takes what the file says now (and what its includes say), as a change that can be undone.
    Diagnostics reload();
    /// Writes beside and renames. Errors: needs_path(), what the disk refuses, or somebody else has changed
    /// the file (unless `replace`); then nothing has changed.
    Diagnostics save(Replace replace = Replace::no);
    /// Files that the scenario names (includes, data, what it is compared with) go along into another folder;
    /// one that is there with other content is an error that names it. `replace` is about `path` alone.
    Diagnostics save_as(const std::string& path, Replace replace = Replace::no);

private:
    struct State {
        std::string text;
        std::string name;                                 ///< of the change that led to it
        std::shared_ptr<const ScenarioDocument> document; ///< null: errors
        Diagnostics problems;
    };

    State understood(std::string text, std::string name) const;
    void push(std::string text, std::string name);
    void show_current();

    FileSystem* files_;
    std::uint32_t id_;
    EditorOrigin origin_;
    std::vector<State> states_;
    std::size_t current_ = 0;
    bool in_gesture_ = false;
    bool gesture_has_state_ = false;
    std::shared_ptr<const ScenarioDocument> document_;
    std::shared_ptr<const ScenarioDocument> original_;
    std::uint64_t revision_ = 0;
    std::uint64_t text_revision_ = 0;
};

/// Reads `path`. Errors: only that it cannot be read; what it says wrongly is told by problems().
Result<std::unique_ptr<ScenarioEditor>> open_scenario(FileSystem& files, const std::string& path);

/// A copy of a library file that will be saved as a file of the user's: "My practice.toml" in `folder`, with
/// a number where that is taken.
Result<std::unique_ptr<ScenarioEditor>> new_from_library(FileSystem& files, const std::string& library_path,
                                                         const std::string& folder);

/// What a change of this path is called: "front desk: agents", "time: days".
std::string name_of_change(const Scenario& scenario, std::string_view path);

} // namespace switchroom::gui
