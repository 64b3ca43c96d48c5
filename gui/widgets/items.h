#pragma once
/// What is on the screen in this frame, by label: for tests that click what a person reads, for keyboard
/// help, and for whoever wants the texts of a screen without its pixels.

#include "gui/widgets/geometry.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace switchroom::gui {

enum class ItemKind { text, button, checkbox, slider, input, choice, tab, menu, link, cell, plot, canvas };

struct Item {
    ItemKind kind = ItemKind::text;
    std::string label;    ///< as a person reads it
    std::string value;    ///< what it shows or holds, as text; may be empty
    std::uint32_t id = 0; ///< Dear ImGui's; 0 of texts
    Rect rect;            ///< clipped to what is visible
    bool enabled = true;
    bool visible = true; ///< false: scrolled out of sight
};

/// The items of one frame in drawing order. Refilled every frame.
class Items {
public:
    void begin_frame() { items_.clear(); }
    void add(Item item) { items_.push_back(std::move(item)); }
    void last_enabled(bool enabled) { items_.back().enabled = enabled; }
    const std::vector<Item>& all() const { return items_; }
    /// The first item of this label (and kind); null: none.
    const Item* find(std::string_view label) const;
    const Item* find(ItemKind kind, std::string_view label) const;
    /// True if some text, label or value of the screen contains these words.
    bool shows(std::string_view words) const;

private:
    std::vector<Item> items_;
};

} // namespace switchroom::gui
