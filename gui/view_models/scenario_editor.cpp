#include "gui/view_models/scenario_editor.h"

#include "sim/scenario/read.h"
#include "sim/scenario/write.h"

#include <atomic>
#include <utility>

namespace switchroom::gui {

namespace {

std::uint32_t next_id()
{
    static std::atomic<std::uint32_t> last = 0;
    return ++last;
}

} // namespace

ScenarioEditor::ScenarioEditor(FileSystem& files, std::string text, std::string name)
    : files_(&files), id_(next_id()), path_(std::move(name)), saved_(text), states_{std::move(text)}
{
    understand();
}

std::string ScenarioEditor::title() const
{
    if (document_ && !document_->scenario.name.empty())
        return document_->scenario.name;
    return path_.substr(path_.find_last_of('/') + 1);
}

void ScenarioEditor::understand()
{
    auto read = read_scenario_text(*files_, text(), path_);
    problems_ = read.errors();
    if (!read)
        return;
    problems_ = read->warnings;
    document_ = std::make_shared<const ScenarioDocument>(*std::move(read));
    ++revision_;
}

void ScenarioEditor::push(std::string text)
{
    states_.resize(current_ + 1);
    states_.push_back(std::move(text));
    ++current_;
    understand();
}

Diagnostics ScenarioEditor::set(std::string_view path, std::string_view literal)
{
    auto changed = set_value(text(), path, literal);
    if (!changed)
        return changed.errors();
    if (*changed != text())
        push(*std::move(changed));
    return {};
}

void ScenarioEditor::set_text(std::string text)
{
    push(std::move(text));
}

void ScenarioEditor::undo()
{
    if (!can_undo())
        return;
    --current_;
    understand();
}

void ScenarioEditor::redo()
{
    if (!can_redo())
        return;
    ++current_;
    understand();
}

Diagnostics ScenarioEditor::save()
{
    return save_as(path_);
}

Diagnostics ScenarioEditor::save_as(const std::string& path)
{
    Diagnostics problems = files_->write_atomically(path, text());
    if (!problems.empty())
        return problems;
    saved_ = text();
    if (path != path_) {
        path_ = path;
        understand();
    }
    return {};
}

Result<std::unique_ptr<ScenarioEditor>> open_scenario(FileSystem& files, const std::string& path)
{
    auto text = files.read(path);
    if (!text)
        return text.errors();
    return std::make_unique<ScenarioEditor>(files, *std::move(text), path);
}

} // namespace switchroom::gui
