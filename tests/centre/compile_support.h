#pragma once
/// From the text of a scenario to its compiled model, for tests.

#include "sim/centre/compile.h"
#include "sim/scenario/read.h"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

namespace switchroom {

/// Every message of the errors, one a line.
inline std::string text_of(const Diagnostics& diagnostics)
{
    std::string text;
    for (const Diagnostic& diagnostic : diagnostics)
        text += to_text(diagnostic) + '\n';
    return text;
}

inline ScenarioDocument document_of(std::string_view text, const FileSystem& files = MemoryFileSystem{})
{
    auto document = read_scenario_text(files, text, "test.toml");
    REQUIRE_MESSAGE(document.ok(), text_of(document.errors()));
    return *std::move(document);
}

inline CentreModel model_of(std::string_view text, CompileOptions options = {},
                            const MemoryFileSystem& files = {})
{
    options.files = &files;
    auto model = compile(document_of(text, files), options);
    REQUIRE_MESSAGE(model.ok(), text_of(model.errors()));
    return *std::move(model);
}

/// The errors of a scenario that is valid but cannot be compiled.
inline std::string errors_of(std::string_view text, const MemoryFileSystem& files = {})
{
    const auto model = compile(document_of(text, files), {.files = &files});
    REQUIRE_FALSE(model.ok());
    return text_of(model.errors());
}

} // namespace switchroom
