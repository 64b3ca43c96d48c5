#pragma once
/// Cards and columns: the two ways in which panels lay things out.

#include "gui/widgets/ui.h"

#include <initializer_list>
#include <string_view>

namespace switchroom::gui {

/// A raised area as wide as what is left and as high as what it holds. Cards nest. `title` may be empty.
///
///   { Card card(ui, "Calls"); text(ui, "…"); }
class Card {
public:
    Card(Ui& ui, std::string_view title, float least_height_pt = 0.0F);
    ~Card();
    Card(const Card&) = delete;
    Card& operator=(const Card&) = delete;

private:
    Ui& ui_;
    void* splitter_; ///< ImDrawListSplitter, which only the source sees
    Point min_;
    float right_before_;
    float content_before_;
    float least_height_;
};

/// Columns of these shares of the width, gaps between them. Call next() before each column's content, the
/// first one too.
///
///   Columns columns(ui, "tiles", {1, 1, 2});
///   columns.next(); …  columns.next(); …
class Columns {
public:
    Columns(Ui& ui, const char* id, std::initializer_list<float> shares);
    Columns(Ui& ui, const char* id, int equal);
    ~Columns();
    Columns(const Columns&) = delete;
    Columns& operator=(const Columns&) = delete;
    void next();

private:
    void begin(const char* id, const float* shares, int count);
    Ui& ui_;
    bool open_ = false;
};

/// Space of so many points downwards.
void gap(Ui& ui, float points = 8.0F);
/// The next item stands to the right of the last one, `points` away.
void beside(Ui& ui, float points = 8.0F);
/// What is left of the width, in points.
float width_left(const Ui& ui);

} // namespace switchroom::gui
