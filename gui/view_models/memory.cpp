#include "gui/view_models/memory.h"

#include "gui/view_models/storage.h"

#include <vector>

namespace switchroom::gui {

Memory::Memory(Desk& desk, const std::string& config, const std::string& state)
    : desk_(desk), settings_path_(config + "/settings.json"), recovery_(state + "/recovery")
{
    desk.settings = load_settings(desk.files, settings_path_);
    stored_ = settings_text(desk.settings);
    left_behind_ = recovery_.recoverable();
}

void Memory::no_longer_offered(const std::string& id)
{
    std::erase_if(left_behind_, [&](const Recoverable& left) { return left.id == id; });
}

Result<std::unique_ptr<ScenarioEditor>> Memory::take_back(const std::string& id)
{
    const std::string wanted = id; // it may be a part of what is erased
    auto editor = recovery_.recover(desk_.files, wanted);
    no_longer_offered(wanted);
    return editor;
}

void Memory::let_go(const std::string& id)
{
    const std::string unwanted = id;
    recovery_.discard(unwanted);
    no_longer_offered(unwanted);
}

void Memory::store_if_changed()
{
    std::string now = settings_text(desk_.settings);
    if (now == stored_)
        return;
    // Settings that cannot be kept are no reason to disturb anybody: the next start has the defaults.
    (void)store_settings(desk_.files, settings_path_, desk_.settings);
    stored_ = std::move(now);
}

void Memory::update(double seconds_since_last)
{
    recovery_.update(desk_.scenarios);
    seconds_until_look_ -= seconds_since_last;
    if (seconds_until_look_ > 0.0)
        return;
    seconds_until_look_ = 2.0;
    store_if_changed();
}

void Memory::close()
{
    store_if_changed();
    recovery_.close();
}

} // namespace switchroom::gui
