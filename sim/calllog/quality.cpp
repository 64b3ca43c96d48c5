#include "sim/calllog/quality.h"

#include <fmt/format.h>

#include <algorithm>

namespace switchroom {

namespace {

std::int64_t lines_in(const std::vector<QualityItem>& items)
{
    std::int64_t sum = 0;
    for (const QualityItem& item : items)
        sum += static_cast<std::int64_t>(item.lines.size());
    return sum;
}

void append_lines(std::string& text, const std::vector<std::int32_t>& lines)
{
    std::string row = "         lines";
    for (const std::int32_t line : lines) {
        const std::string word = fmt::format(" {}", line);
        if (row.size() + word.size() > 98) {
            text += row + "\n";
            row = "              ";
        }
        row += word;
    }
    text += row + "\n";
}

void append(std::string& text, const char* heading, const std::vector<QualityItem>& items, bool line_numbers)
{
    if (items.empty())
        return;
    text += fmt::format("  {}\n", heading);
    for (const QualityItem& item : items) {
        text += fmt::format("    {:>8}  {}\n", item.lines.size(), item.reason);
        if (line_numbers)
            append_lines(text, item.lines);
    }
}

} // namespace

std::int64_t QualityAccount::rows_lost() const
{
    return lines_in(lost);
}

std::int64_t QualityAccount::rows_set_aside() const
{
    return lines_in(set_aside);
}

void note(std::vector<QualityItem>& items, std::string_view reason, std::int32_t line)
{
    auto item =
        std::find_if(items.begin(), items.end(), [&](const QualityItem& i) { return i.reason == reason; });
    if (item == items.end())
        item = items.insert(items.end(), QualityItem{std::string(reason), {}});
    item->lines.push_back(line);
}

std::string to_text(const QualityAccount& account, bool line_numbers)
{
    std::string text = "How the log was read\n";
    if (account.lost_too_much())
        text += fmt::format("  WARNING: {:.1f} % of the rows could not be used; the figures may mislead.\n",
                            100.0 * static_cast<double>(account.rows_lost()) /
                                static_cast<double>(account.rows_read - account.rows_set_aside()));
    text += fmt::format("    {:>8}  rows read\n    {:>8}  rows used\n", account.rows_read, account.rows_used);
    append(text, "set aside by the source's own rules", account.set_aside, line_numbers);
    append(text, "lost", account.lost, line_numbers);
    append(text, "repaired and used", account.repaired, line_numbers);
    append(text, "used as they are, but odd", account.noted, line_numbers);
    return text;
}

} // namespace switchroom
