#pragma once
/// Short messages that come and go: what was saved where, why a file could not be opened.

#include <string>
#include <utility>
#include <vector>

namespace switchroom::gui {

struct Notice {
    std::string words;
    bool is_error = false;
    double seconds_left = 6.0;
};

/// Of the window's thread.
class Notices {
public:
    void say(std::string words) { notices_.push_back({std::move(words)}); }
    /// Stays twice as long.
    void complain(std::string words) { notices_.push_back({std::move(words), true, 12.0}); }
    void pass(double seconds)
    {
        for (Notice& notice : notices_)
            notice.seconds_left -= seconds;
        std::erase_if(notices_, [](const Notice& notice) { return notice.seconds_left <= 0.0; });
    }
    void dismiss() { notices_.clear(); }
    const std::vector<Notice>& all() const { return notices_; }

private:
    std::vector<Notice> notices_;
};

} // namespace switchroom::gui
