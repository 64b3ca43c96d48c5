#include "gui/widgets/layout.h"

#include "gui/widgets/controls.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <vector>

namespace switchroom::gui {

namespace {

constexpr float card_padding = 14.0F; ///< points
constexpr float column_gap = 12.0F;

} // namespace

Card::Card(Ui& ui, std::string_view title, float least_height_pt)
    : ui_(ui), splitter_(IM_NEW(ImDrawListSplitter)()), least_height_(ui.px(least_height_pt))
{
    ImGuiWindow* window = ImGui::GetCurrentWindow();
    auto& splitter = *static_cast<ImDrawListSplitter*>(splitter_);
    splitter.Split(window->DrawList, 2);
    splitter.SetCurrentChannel(window->DrawList, 1);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    min_ = {at.x, at.y};
    const float padding = ui.px(card_padding);
    right_before_ = window->WorkRect.Max.x;
    content_before_ = window->ContentRegionRect.Max.x;
    window->WorkRect.Max.x -= padding;
    window->ContentRegionRect.Max.x -= padding;
    ImGui::SetCursorScreenPos(ImVec2(at.x + padding, at.y + padding));
    ImGui::BeginGroup();
    if (!title.empty()) {
        text(ui, title, TextStyle::strong);
        gap(ui, 2.0F);
    }
}

Card::~Card()
{
    ImGui::EndGroup();
    ImGuiWindow* window = ImGui::GetCurrentWindow();
    const float padding = ui_.px(card_padding);
    const float bottom = std::max(ImGui::GetItemRectMax().y + padding, min_.y + least_height_);
    window->WorkRect.Max.x = right_before_;
    window->ContentRegionRect.Max.x = content_before_;
    const float right = min_.x + std::max(right_before_ - min_.x, 1.0F);
    auto* splitter = static_cast<ImDrawListSplitter*>(splitter_);
    splitter->SetCurrentChannel(window->DrawList, 0);
    const Palette& look = ui_.look();
    const float rounding = ui_.px(8.0F);
    window->DrawList->AddRectFilled(ImVec2(min_.x, min_.y), ImVec2(right, bottom), look.card.packed(),
                                    rounding);
    window->DrawList->AddRect(ImVec2(min_.x, min_.y), ImVec2(right, bottom), look.border.packed(), rounding);
    splitter->Merge(window->DrawList);
    IM_DELETE(splitter);
    ImGui::SetCursorScreenPos(ImVec2(min_.x, min_.y));
    ImGui::Dummy(ImVec2(right - min_.x, bottom - min_.y));
}

Columns::Columns(Ui& ui, const char* id, std::initializer_list<float> shares) : ui_(ui)
{
    begin(id, shares.begin(), static_cast<int>(shares.size()));
}

Columns::Columns(Ui& ui, const char* id, int equal) : ui_(ui)
{
    const std::vector<float> shares(static_cast<std::size_t>(equal), 1.0F);
    begin(id, shares.data(), equal);
}

void Columns::begin(const char* id, const float* shares, int count)
{
    ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, ImVec2(ui_.px(column_gap) / 2, 0));
    open_ = ImGui::BeginTable(id, count, ImGuiTableFlags_NoSavedSettings | ImGuiTableFlags_NoPadOuterX);
    ImGui::PopStyleVar();
    if (!open_)
        return;
    for (int i = 0; i < count; ++i)
        ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthStretch, shares[i]);
    ImGui::TableNextRow();
}

Columns::~Columns()
{
    if (open_)
        ImGui::EndTable();
}

void Columns::next()
{
    if (open_)
        ImGui::TableNextColumn();
}

void gap(Ui& ui, float points)
{
    ImGui::Dummy(ImVec2(0, std::max(ui.px(points) - ImGui::GetStyle().ItemSpacing.y, 0.0F)));
}

void beside(Ui& ui, float points)
{
    ImGui::SameLine(0, ui.px(points));
}

float width_left(const Ui& ui)
{
    return ImGui::GetContentRegionAvail().x / ui.scale;
}

} // namespace switchroom::gui
