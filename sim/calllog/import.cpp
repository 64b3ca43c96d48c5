#include "sim/calllog/import.h"

#include "sim/calllog/anonbank.h"
#include "sim/calllog/csv.h"
#include "sim/calllog/mapped_import.h"

#include <algorithm>

namespace switchroom {

namespace {

/// Whether the header has the three columns without which no canonical row can be made.
bool is_canonical(std::string_view text)
{
    CsvReader reader(text);
    std::vector<std::string> names;
    if (!reader.next(names))
        return false;
    const auto has = [&](const char* name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    return has("queue") && has("arrived_at") && has("outcome");
}

} // namespace

Result<CallLog> read_call_log(const FileSystem& files, const std::string& path, const ImportOptions& options)
{
    const auto text = files.read(path);
    if (!text)
        return text.errors();
    if (text->empty())
        return error_in(path, "the file is empty; expected a header line that names the columns");
    const bool unsaid = options.format.empty();
    if (options.format == "anonbank" || (unsaid && is_anonbank(*text)))
        return import_anonbank(path, *text, options.key, options.progress);
    if (options.format == "canonical" || (unsaid && is_canonical(*text)))
        return import_mapped(path, *text, canonical_mapping(), options.key, options.progress);
    if (unsaid)
        return error_in(
            path,
            "the header line is neither the Anonymous Bank's nor canonical (queue, arrived_at, outcome, …); "
            "say in a mapping file which column is what (docs/call-logs.md)");
    const auto mapping_text = files.read(options.format);
    if (!mapping_text)
        return mapping_text.errors();
    const auto mapping = parse_mapping(options.format, *mapping_text);
    if (!mapping)
        return mapping.errors();
    return import_mapped(path, *text, *mapping, options.key, options.progress);
}

} // namespace switchroom
