#include "sim/calllog/import.h"

#include "sim/calllog/anonbank.h"

namespace switchroom {

Result<CallLog> read_call_log(const FileSystem& files, const std::string& path, const ImportOptions& options)
{
    auto text = files.read(path);
    if (!text)
        return text.errors();
    if (options.format == "anonbank" || is_anonbank(*text))
        return import_anonbank(path, *text, options.key);
    return error_in(path,
                    "the header line fits no known call log; say which columns are what in a mapping file");
}

} // namespace switchroom
