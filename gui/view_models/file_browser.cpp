#include "gui/view_models/file_browser.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

namespace switchroom::gui {

namespace fs = std::filesystem;

namespace {

bool ends_in_one_of(const std::string& name, const std::vector<std::string>& suffixes)
{
    return suffixes.empty() || std::any_of(suffixes.begin(), suffixes.end(),
                                           [&](const std::string& suffix) { return name.ends_with(suffix); });
}

} // namespace

void FileBrowser::ask(Purpose purpose, std::vector<std::string> suffixes, const std::string& start,
                      Chosen chosen)
{
    purpose_ = purpose;
    suffixes_ = std::move(suffixes);
    chosen_ = std::move(chosen);
    std::error_code ignored;
    fs::path at = start.empty() ? fs::current_path(ignored) : fs::absolute(start, ignored);
    name.clear();
    if (!fs::is_directory(at, ignored)) {
        name = purpose == Purpose::save ? at.filename().string() : std::string();
        at = at.parent_path();
    }
    folder_ = at.lexically_normal().string();
    open_ = true;
    list();
}

void FileBrowser::enter(const std::string& folder)
{
    const fs::path here = folder_;
    folder_ = (folder == ".." ? here.parent_path() : here / folder).lexically_normal().string();
    list();
}

void FileBrowser::list()
{
    folders_.clear();
    files_.clear();
    std::error_code problem;
    for (const auto& entry :
         fs::directory_iterator(folder_, fs::directory_options::skip_permission_denied, problem)) {
        const std::string found = entry.path().filename().string();
        if (found.starts_with('.'))
            continue;
        std::error_code ignored;
        if (entry.is_directory(ignored))
            folders_.push_back(found);
        else if (ends_in_one_of(found, suffixes_))
            files_.push_back(found);
    }
    std::sort(folders_.begin(), folders_.end());
    std::sort(files_.begin(), files_.end());
}

std::string FileBrowser::path() const
{
    std::string chosen = name;
    if (purpose_ == Purpose::save && !suffixes_.empty() && !ends_in_one_of(chosen, suffixes_))
        chosen += suffixes_.front();
    return (fs::path(folder_) / chosen).lexically_normal().string();
}

bool FileBrowser::would_overwrite() const
{
    std::error_code ignored;
    return purpose_ == Purpose::save && !name.empty() && fs::exists(path(), ignored);
}

bool FileBrowser::can_accept() const
{
    std::error_code ignored;
    return !name.empty() && (purpose_ == Purpose::save || fs::is_regular_file(path(), ignored));
}

void FileBrowser::accept()
{
    if (!open_ || !can_accept())
        return;
    open_ = false;
    const Chosen chosen = std::exchange(chosen_, nullptr);
    chosen(path());
}

} // namespace switchroom::gui
