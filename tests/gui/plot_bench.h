#pragma once
/// One plot on a card in a window of its own, without a display: for the tests of plots.

#include "gui/app/image.h"
#include "gui/view_models/plot_spec.h"
#include "gui/view_models/plot_state.h"
#include "gui/widgets/ui.h"

#include <string_view>

struct ImGuiContext;

namespace switchroom::gui::test {

class PlotBench {
public:
    explicit PlotBench(PlotSpec what, Theme theme = Theme::light, Language language = Language::english,
                       float scale = 1.0F, int width = 760, int height = 360);
    ~PlotBench();
    PlotBench(const PlotBench&) = delete;
    PlotBench& operator=(const PlotBench&) = delete;

    PlotSpec spec;
    PlotState state;
    Ui ui;

    void frame(int count = 1);
    void move_to(Point at);
    void hold(int button, bool down);
    void wheel(float notches);
    void click(std::string_view label);
    /// Middle of the data, as good as any other place in it.
    Point middle() const;
    const Item* find(std::string_view label) const { return ui.items.find(label); }
    Image picture() const;

private:
    ImGuiContext* context_;
    int width_;
    int height_;
};

} // namespace switchroom::gui::test
