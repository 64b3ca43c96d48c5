#include "cli/sensitivity_verb.h"

#include "cli/contract_study.h"
#include "cli/report_format.h"
#include "cli/side_by_side.h"
#include "cli/verbs.h"
#include "planner/report/sensitivity.h"
#include "planner/report/varied_models.h"
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
    for (std::size_t s = 0; s < all.size(); ++s) {
        if (input.comparison.scenarios[s].replications == 0)
            return error_in("", "stopped before every scenario had a run");
        input.scenarios.emplace_back().document = &all[s].document;
    }
    if (Diagnostics problems = study_contracts(request.run, request.figure == "cost" ? request.most_terms : 0,
                                               files, err, input);
        !problems.empty())
        return problems;
    return input;
}

Result<report::Document> tornado(const std::string& path, const Request& request, const FileSystem& files,
                                 std::ostream& err)
{
    Result<LoadedModel> base = load_model(files, path, request.run.load);
    if (!base)
        return base.errors();
    const Result<report::VariedModels> varied =
        report::varied_models(files, *std::move(base), request.change, request.run.load);
    if (!varied)
        return varied.errors();
    Result<report::ReportInput> input = input_of(varied->models, request, files, err);
    if (!input)
        return input.errors();
    return report::sensitivity_document(*input, varied->variations, request.figure, request.change);
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
        Result<std::vector<LoadedModel>> here =
            report::models_at_volume(files, *both, volume, request.run.load);
        if (!here)
            return here.errors();
        at_volumes.push_back(*std::move(here));
        Result<report::ReportInput> input = input_of(at_volumes.back(), request, files, err);
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
    const Result<std::string> bytes = report::rendered(*document, request->format);
    return bytes ? deliver(*bytes, request->run.out, disk, out, err) : fail(bytes.errors(), err);
}

} // namespace switchroom
