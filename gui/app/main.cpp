#include "gui/app/arguments.h"
#include "gui/app/screenshot.h"
#include "gui/app/window.h"
#include "gui/view_models/open_file.h"
#include "gui/view_models/storage.h"

#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

using namespace switchroom;
using namespace switchroom::gui;

namespace {

constexpr int exit_done = 0;
constexpr int exit_input_error = 2;

int complain(const Diagnostics& problems)
{
    for (const Diagnostic& problem : problems)
        std::cerr << to_text(problem) << '\n';
    return exit_input_error;
}

void apply(const Arguments& arguments, Workbench& workbench)
{
    Settings& settings = workbench.desk.settings;
    settings.theme = arguments.theme.value_or(settings.theme);
    settings.language = arguments.language.value_or(settings.language);
    for (const std::string& file : arguments.files)
        workbench.open(file);
    if (arguments.screen)
        workbench.show(*arguments.screen);
}

/// Errors of files go to the terminal, as a picture cannot be asked what it means.
int take_picture(const Arguments& arguments, Workbench& workbench, FileSystem& files)
{
    for (const Notice& notice : workbench.notices.all())
        if (notice.is_error) {
            std::cerr << notice.words << '\n';
            return exit_input_error;
        }
    for (const auto& editor : workbench.desk.scenarios)
        if (has_errors(editor->problems()))
            return complain(editor->problems());
    Stage stage(workbench, static_cast<float>(arguments.scale.value_or(1.0)));
    const ScreenshotOptions options{.width = arguments.width.value_or(1280),
                                    .height = arguments.height.value_or(800)};
    if (!draw_until_settled(stage, options))
        std::cerr << "note: results were not final when the picture was taken\n";
    const Diagnostics problems = files.write_atomically(arguments.screenshot, to_png(stage.picture()));
    return problems.empty() ? exit_done : complain(problems);
}

} // namespace

int main(int count, char** words)
{
    const std::vector<std::string> given(words + 1, words + count);
    const Result<Arguments> arguments = read_arguments(given);
    if (!arguments)
        return complain(arguments.errors());
    if (arguments->help || arguments->version) {
        std::cout << (arguments->help ? std::string(help_text) : "switchroom-gui " SWITCHROOM_VERSION "\n");
        return exit_done;
    }
    DiskFileSystem files;
    Workbench workbench(files, {}, wake_window);
    if (!arguments->screenshot.empty()) {
        apply(*arguments, workbench);
        const int status = take_picture(*arguments, workbench, files);
        std::cerr.flush();
        std::_Exit(status); // what still runs beside would only delay the end: nobody reads it any more
    }
    Settings& settings = workbench.desk.settings;
    workbench.memory.emplace(workbench.desk, config_folder(), state_folder());
    if (const auto last = screen_of(settings.last_screen); last && !arguments->files.empty())
        workbench.show(*last);
    apply(*arguments, workbench);
    if (can_open_files())
        workbench.report.open_file = [](const std::string& path) { open_file(path); };
    const std::string problem = run_window(workbench, {.width = arguments->width.value_or(settings.width),
                                                       .height = arguments->height.value_or(settings.height),
                                                       .scale = arguments->scale});
    workbench.memory->close();
    if (problem.empty())
        return exit_done;
    return complain({error_in("", problem)});
}
