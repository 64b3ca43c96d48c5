#include "sim/scenario/edit_text.h"

#include "sim/scenario/text_editor.h"

namespace switchroom {

Edit set_edit(std::string path, std::string literal)
{
    return {Edit::Kind::set, std::move(path), std::move(literal), 0};
}

Edit remove_edit(std::string path)
{
    return {Edit::Kind::remove, std::move(path), "", 0};
}

Edit insert_edit(std::string path, std::string literal)
{
    return {Edit::Kind::insert, std::move(path), std::move(literal), 0};
}

Edit move_edit(std::string path, std::size_t to)
{
    return {Edit::Kind::move, std::move(path), "", to};
}

Result<std::string> apply_edit(const FileSystem& files, std::string_view text, const std::string& name,
                               const Edit& edit)
{
    return TextEditor(files, text, name).apply(edit);
}

Result<std::string> apply_edits(const FileSystem& files, std::string_view text, const std::string& name,
                                const std::vector<Edit>& edits)
{
    if (edits.size() > 1)
        if (auto changed = TextEditor(files, text, name).apply_together(edits))
            return *std::move(changed);
    std::string changed(text);
    for (const Edit& edit : edits) {
        auto next = apply_edit(files, changed, name, edit);
        if (!next)
            return next.errors();
        changed = *std::move(next);
    }
    return changed;
}

} // namespace switchroom
