#pragma once
/// The account of an import: how many rows were read, used, dropped and repaired, and why. Nothing is dropped
/// silently.

#include <cstdint>
#include <string>
#include <vector>

namespace switchroom {

/// Rows that share one fate for one reason.
struct QualityItem {
    std::string reason;
    std::vector<std::int32_t> lines; ///< 1-based lines of the file, in order
};

/// Invariant: rows_read = rows_used + rows set aside + rows lost; a repaired row is a used one and may appear
/// under several reasons.
struct QualityAccount {
    std::string file;
    std::int64_t rows_read = 0;
    std::int64_t rows_used = 0;
    std::vector<QualityItem> set_aside; ///< by the source's own rules (phantom rows): no loss
    std::vector<QualityItem> lost;      ///< could not be used
    std::vector<QualityItem> repaired;  ///< used after a stated repair
    std::vector<QualityItem> noted;     ///< used as they are, though something about them is odd or missing

    std::int64_t rows_lost() const;
    std::int64_t rows_set_aside() const;
    /// More than 1 % of what was read (less what was set aside) could not be used: to be said before anything
    /// else.
    bool lost_too_much() const { return rows_lost() * 100 > rows_read - rows_set_aside(); }
};

/// Adds a line under `reason`, keeping reasons in order of first appearance.
void note(std::vector<QualityItem>& items, std::string_view reason, std::int32_t line);

/// The account as lines for people; with `line_numbers` each reason is followed by its lines. Widths stay
/// within 100 columns.
std::string to_text(const QualityAccount& account, bool line_numbers);

} // namespace switchroom
