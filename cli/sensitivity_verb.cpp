#include "cli/sensitivity_verb.h"

#include "cli/report_format.h"
#include "cli/side_by_side.h"
#include "cli/terminal_progress.h"
#include "cli/verbs.h"
#include "planner/report/contract_lines.h"
#include "planner/report/find_figures.h"
#include "planner/report/sensitivity.h"
#include "planner/sensitivity/vary.h"
#include "sim/experiment/best_chance.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ostream>

namespace switchroom {

namespace {

constexpr std::string_view help = R"(Usage: switchroom sensitivity SCENARIO [SCENARIO] [OPTIONS]

With one scenario: how much a figure changes when volume, handle time, patience or shrinkage are 10 %
lower or higher than assumed, one at a time, the same callers every time. With two: the figure of both
over the volume of calls, and the volume at which they are equal.

)";

constexpr std::string_view examples = R"(
Examples
  switchroom sensitivity my.toml
  switchroom sensitivity my.toml --figure cost --change 20% -o tornado.html
  switchroom sensitivity desk.toml outsourced.toml --figure cost -o break-even.html
)";

constexpr std::array volumes{0.5, 0.75, 1.0, 1.25, 1.5};

std::vector<OptionSpec> known_options()
{
    std::vector<OptionSpec> known = document_options();
    known.push_back(report_format_option());
    known.push_back(
        {.name = "figure",
         .value = "KPI|cost",
         .help =
             "what is looked at (default answer_rate; of two scenarios cost): a KPI of which more or less is "
             "better, or the costs of a month"});
    known.push_back(
        {.name = "change", .value = "SHARE", .help = "how far assumptions are moved (default 10%)"});
    known.push_back(
        {.name = "terms",
         .value = "N",
         .help = "contract terms simulated for each invoice (default 20; 0 leaves contracts out)"});
    const std::vector<OptionSpec> shared = run_options();
    known.insert(known.end(), shared.begin(), shared.end());
    return known;
}

struct Request {
    RunRequest run;
    ReportFormat format = ReportFormat::text;
    std::string figure;
    double change = 0.1;
    std::int64_t most_terms = 20;
};

Result<Request> read_request(const Options& options)
{
    const Result<RunRequest> run = read_run_request(options);
    Diagnostics errors = run.errors();
    Request request;
    const std::size_t files = options.positional().size();
    if (files < 1 || files > 2)
        errors.push_back(error_in(
            "", fmt::format("sensitivity takes one or two scenario files, but {} were given", files)));
    request.figure = options.value("figure").value_or(files == 2 ? "cost" : "answer_rate");
    if (!may_be_best_in(request.figure))
        errors.push_back(error_in(
            "", fmt::format("option --figure is \"{}\", but must be cost or a KPI of which more or less "
                            "is better, such as answer_rate",
                            request.figure)));
    if (const auto change = options.value("change")) {
        request.change = positive_number(*change).value_or(1.0);
        if (request.change >= 1.0)
            errors.push_back(error_in(
                "", fmt::format("option --change is \"{}\", but must be a share below 100%", *change)));
    }
    request.most_terms = options.whole_number("terms", 0, 1000000, errors).value_or(request.most_terms);
    if (run) {
        request.run = *run;
        request.format = read_report_format(options, *run, errors, ReportFormat::text);
        const std::vector<std::string> figures{request.figure};
        KpiSelection kpis = KpiSelection::standard();
        kpis += KpiSelection::named(figures);
        request.run.kpis = kpis;
    }
    return errors.empty() ? Result<Request>(std::move(request)) : Result<Request>(std::move(errors));
}

/// What a document is about, with the results and contracts of all of its scenarios. `all` outlives it.
Result<report::ReportInput> input_of(const std::vector<LoadedModel>& all, const Request& request,
                                     const FileSystem& files, std::ostream& err)
{
    report::ReportInput input;
    input.comparison = compare(run_side_by_side(all, request.run, err));
    const InterruptGuard guard;
    TerminalProgress progress(err, "contracts",
                              !request.run.quiet && (request.run.progress || stderr_is_terminal()));
    for (std::size_t s = 0; s < all.size(); ++s) {
        const ExperimentResult& result = input.comparison.scenarios[s];
        if (result.replications == 0)
            return error_in("", "stopped before every scenario had a run");
        report::ReportedScenario scenario;
        scenario.document = &all[s].document;
        const report::ContractOptions options{.files = &files,
                                              .folders = {.data_dir = request.run.load.data_dir,
                                                          .allow_outside = request.run.load.allow_outside},
                                              .seed = result.seed,
                                              .most_terms = request.figure == "cost" ? request.most_terms : 0,
                                              .threads = request.run.threads,
                                              .months = report::period_of(result).factor *
                                                        result.centre.days / report::days_a_month};
        if (Diagnostics problems = study_contracts(all[s].document, options, progress, scenario);
            !problems.empty())
            return problems;
        input.scenarios.push_back(std::move(scenario));
    }
    return input;
}

/// The scenario with one assumption moved, under a name of its own.
Result<LoadedModel> moved(const LoadedModel& base, Varied varied, const std::string& name,
                          const Request& request, const FileSystem& files)
{
    ScenarioDocument document = base.document;
    document.scenario = std::move(varied.scenario);
    document.scenario.name = name;
    return compile_model(files, std::move(document), request.run.load);
}

Result<report::Document> tornado(const std::string& path, const Request& request, const FileSystem& files,
                                 std::ostream& err)
{
    Result<LoadedModel> base = load_model(files, path, request.run.load);
    if (!base)
        return base.errors();
    std::vector<LoadedModel> all{*std::move(base)};
    std::vector<report::Variation> variations;
    for (const Lever lever : all_levers) {
        report::Variation variation{
            .label = std::string(to_text(lever)), .lower = all.size(), .higher = all.size() + 1, .notes = {}};
        for (const double factor : {1.0 - request.change, 1.0 + request.change}) {
            Varied changed = varied(all.front().document.scenario, lever, factor);
            if (!changed.changes)
                break;
            if (factor < 1.0)
                variation.notes = changed.notes;
            Result<LoadedModel> loaded =
                moved(all.front(), std::move(changed), fmt::format("{} × {:.4g}", to_text(lever), factor),
                      request, files);
            if (!loaded)
                return loaded.errors();
            all.push_back(*std::move(loaded));
        }
        if (all.size() == variation.higher + 1)
            variations.push_back(std::move(variation));
    }
    Result<report::ReportInput> input = input_of(all, request, files, err);
    if (!input)
        return input.errors();
    return report::sensitivity_document(*input, variations, request.figure, request.change);
}

Result<report::Document> even_volume(const std::vector<std::string>& paths, const Request& request,
                                     const FileSystem& files, std::ostream& err)
{
    const Result<std::vector<LoadedModel>> both = load_side_by_side(files, paths, request.run.load);
    if (!both)
        return both.errors();
    std::vector<std::vector<LoadedModel>> at_volumes; // documents that the points refer to
    at_volumes.reserve(volumes.size());
    std::vector<report::VolumePoint> points;
    for (const double volume : volumes) {
        std::vector<LoadedModel>& here = at_volumes.emplace_back();
        for (const LoadedModel& one : *both) {
            Result<LoadedModel> loaded = moved(one, varied(one.document.scenario, Lever::volume, volume),
                                               one.centre.scenario, request, files);
            if (!loaded)
                return loaded.errors();
            here.push_back(*std::move(loaded));
        }
        Result<report::ReportInput> input = input_of(here, request, files, err);
        if (!input)
            return input.errors();
        points.push_back({volume, *std::move(input)});
    }
    return report::break_even_document(points, request.figure);
}

int fail(const Diagnostics& problems, std::ostream& err)
{
    print(problems, err);
    return exit_input_error;
}

} // namespace

int sensitivity_verb(std::span<const std::string> arguments, std::ostream& out, std::ostream& err)
{
    const std::vector<OptionSpec> known = known_options();
    const Result<Options> options = Options::parse(arguments, known);
    if (options && options->has("help")) {
        out << help << options_help(known) << examples;
        return exit_done;
    }
    const Result<Request> request = options ? read_request(*options) : Result<Request>(options.errors());
    if (!request)
        return fail(request.errors(), err);
    DiskFileSystem disk;
    const std::vector<std::string>& files = options->positional();
    const Result<report::Document> document = files.size() == 1 ? tornado(files.front(), *request, disk, err)
                                                                : even_volume(files, *request, disk, err);
    if (!document)
        return fail(document.errors(), err);
    const Result<std::string> bytes = written(*document, request->format);
    return bytes ? deliver(*bytes, request->run.out, disk, out, err) : fail(bytes.errors(), err);
}

} // namespace switchroom
