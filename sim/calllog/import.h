#pragma once
/// Reads a call log of any known format into canonical rows.
///
///   DiskFileSystem files;
///   const auto log = read_call_log(files, "1999-01_january.txt.gz", {});

#include "sim/base/file_system.h"
#include "sim/base/progress.h"
#include "sim/calllog/call_log.h"
#include "sim/calllog/keyed_hash.h"

#include <string>

namespace switchroom {

struct ImportOptions {
    /// "" finds out by the header line: the Anonymous Bank's or the canonical columns. "anonbank" or
    /// "canonical" insist. Anything else is the path of a mapping file (mapping.h).
    std::string format = {};
    HashKey key = random_hash_key(); ///< of the hashes that stand for people
    Progress* progress = nullptr;    ///< told of bytes; may ask to stop, which is then the error
};

/// Errors: the file cannot be read, its header fits no format, the mapping is wrong. Bad rows are no errors:
/// they stand in CallLog::quality.
Result<CallLog> read_call_log(const FileSystem& files, const std::string& path, const ImportOptions& options);

} // namespace switchroom
