#pragma once
/// One file of the recovery folder: a head of `key: value` lines, an empty line, then the scenario's text as
/// it is. Plain, so that somebody with an editor can take the text out, too.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace switchroom::gui {

struct RecoveryFile {
    std::string path;
    std::string suggested_path;
    std::string title;
    std::uint64_t saved_hash = 0; ///< of what the scenario's own file said
    std::int64_t written_s = 0;   ///< seconds since 1970
    std::string text;
};

std::string to_text(const RecoveryFile& file);
/// Nothing where the file is cut short or damaged: the text must be as long as the head says, and hash alike.
std::optional<RecoveryFile> recovery_file_from(std::string_view text);

/// FNV-1a, 64 bits.
std::uint64_t hash_of(std::string_view text);

} // namespace switchroom::gui
