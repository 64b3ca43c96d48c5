#pragma once
/// A Dear ImGui context with our fonts and look, and one frame of the whole window on it: the same for the
/// real window, for pictures without one, and for tests.

#include "gui/app/image.h"
#include "gui/view_models/workbench.h"
#include "gui/widgets/ui.h"

struct ImGuiContext;

namespace switchroom::gui {

class Stage {
public:
    /// `monitor_scale`: pixels of a point before the user's own text size.
    explicit Stage(Workbench& workbench, float monitor_scale = 1.0F);
    ~Stage();
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    /// Before NewFrame: brings fonts and look in line with the settings. True if the font atlas was built
    /// anew (its texture must be uploaded again).
    bool prepare();
    /// Between NewFrame and Render: everything.
    void draw(double seconds_since_last);

    /// After Render: saves what widgets asked for and says where it is.
    void finish();

    /// Without a window: one frame of so many pixels.
    void headless_frame(int width, int height, double seconds = 1.0 / 60.0);
    /// The last frame as a picture.
    Image picture() const;

    Ui& ui() { return ui_; }
    Workbench& workbench() { return workbench_; }

private:
    void save(const std::string& name, const std::string& content);

    Workbench& workbench_;
    Ui ui_;
    ImGuiContext* context_ = nullptr;
    float monitor_scale_;
    float built_scale_ = 0.0F;
    Theme built_theme_ = Theme::light;
};

} // namespace switchroom::gui
