#include "planner/study/database.h"

#include "planner/study/database_schema.h"
#include "planner/study/sqlite.h"
#include "sim/scenario/write.h"

#include <fmt/format.h>

#include <chrono>
#include <map>
#include <utility>

namespace switchroom {

namespace {

/// FNV-1a, 64 bits (Fowler, Noll & Vo): tells texts apart that nobody makes collide on purpose.
std::uint64_t hash_of(std::string_view text)
{
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    return hash;
}

/// A number that depends on nothing but the figure, so that files of several machines agree on it.
std::int64_t id_of(const StudyFigure& figure)
{
    const std::uint64_t hash =
        hash_of(fmt::format("{}\n{}\n{}\n{}", figure.scope, figure.name, figure.kpi->name, figure.kpi->key));
    return static_cast<std::int64_t>(hash >> 11U); // 53 bits: exact in programs that know doubles only
}

std::string now_in_utc()
{
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    const auto day = std::chrono::floor<std::chrono::days>(now);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(now - day);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                       time.hours().count(), time.minutes().count(), time.seconds().count());
}

/// What two files must share to be of one study.
std::map<std::string, std::string> identity_of(const StudyDocument& study)
{
    return {{"name", study.study.name},
            {"text", study.text},
            {"base", study.study.base},
            {"base_scenario", write_scenario(study.base.scenario)}};
}

/// Rolls back unless it was committed.
class Transaction {
public:
    explicit Transaction(Sqlite& database) : database_(database) { database_.run("BEGIN IMMEDIATE"); }
    ~Transaction()
    {
        if (open_)
            try {
                database_.run("ROLLBACK");
            } catch (const SqliteProblem&) { // SQLite has rolled back by itself
            }
    }
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit()
    {
        database_.run("COMMIT");
        open_ = false;
    }

private:
    Sqlite& database_;
    bool open_ = true;
};

void fill_study(Sqlite& database, const StudyDocument& study)
{
    Statement insert(database, "INSERT INTO study VALUES (?, ?)");
    for (const auto& [key, value] : identity_of(study))
        insert.bind(1, key).bind(2, value).run();
    Statement axis(database, "INSERT INTO axis VALUES (?, ?, ?, ?)");
    for (std::size_t i = 0; i < study.study.axes.size(); ++i) {
        const StudyAxis& one = study.study.axes[i];
        axis.bind(1, static_cast<std::int64_t>(i)).bind(2, one.name);
        one.path ? axis.bind(3, *one.path) : axis.bind_null(3);
        one.lever ? axis.bind(4, *one.lever) : axis.bind_null(4);
        axis.run();
    }
}

/// Empty if the file is of this study.
std::string difference(Sqlite& database, const std::map<std::string, std::string>& identity)
{
    Statement query(database, "SELECT value FROM study WHERE key = ?");
    for (const auto& [key, value] : identity) {
        query.bind(1, key);
        const bool same = query.step() && query.text(0) == value;
        query.reset();
        if (!same)
            return key;
    }
    return "";
}

Diagnostics problem(const std::string& words)
{
    return {error_in("", words)};
}

} // namespace

struct StudyDatabase::State {
    explicit State(const std::string& file) : path(file), database(file) {}

    std::string path;
    Sqlite database;
    std::map<std::size_t, std::vector<std::int64_t>> figures; ///< of each point, in the order of its pairs
};

StudyDatabase::StudyDatabase(std::unique_ptr<State> state) : state_(std::move(state)) {}
StudyDatabase::StudyDatabase(StudyDatabase&&) noexcept = default;
StudyDatabase& StudyDatabase::operator=(StudyDatabase&&) noexcept = default;
StudyDatabase::~StudyDatabase() = default;

Result<StudyDatabase> StudyDatabase::open(const std::string& path, const StudyDocument& study,
                                          bool may_continue)
{
    try {
        auto state = std::make_unique<State>(path);
        Sqlite& database = state->database;
        database.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
        Transaction transaction(database);
        const std::int64_t application = database.number("PRAGMA application_id");
        const bool fresh = application == 0 && database.number("SELECT count(*) FROM sqlite_schema") == 0;
        if (fresh) {
            database.run(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}",
                                     study_application_id, study_schema_version));
            database.run(std::string(study_schema));
            fill_study(database, study);
        } else if (application != study_application_id)
            return problem(fmt::format("{}: is a database, but not of a study", path));
        else if (const auto version = database.number("PRAGMA user_version"); version != study_schema_version)
            return problem(fmt::format("{}: has version {} of the schema, this program knows {}", path,
                                       version, study_schema_version));
        else if (const std::string key = difference(database, identity_of(study)); !key.empty())
            return problem(
                fmt::format("{}: holds another study (its {} differs); give another -o", path, key));
        else if (!may_continue && database.number("SELECT count(*) FROM block") > 0)
            return problem(fmt::format("{}: holds results already; --resume goes on with it", path));
        transaction.commit();
        return StudyDatabase(std::move(state));
    } catch (const SqliteProblem& refused) {
        return problem(refused.words);
    }
}

Diagnostics StudyDatabase::add_point(const StudyPoint& point, const std::string& name,
                                     const PointScenario& scenario, const std::vector<StudyFigure>& figures)
{
    try {
        Sqlite& database = state_->database;
        Transaction transaction(database);
        const auto number = static_cast<std::int64_t>(point.number);
        const std::string hash = fmt::format("{:016x}", hash_of(scenario.text));
        Statement(database, "INSERT OR IGNORE INTO scenario_text VALUES (?, ?)")
            .bind(1, hash)
            .bind(2, scenario.text)
            .run();
        Statement(database, "INSERT OR IGNORE INTO point VALUES (?, ?, ?, ?, ?)")
            .bind(1, number)
            .bind(2, name)
            .bind(3, point.change)
            .bind(4, static_cast<std::int64_t>(scenario.document.scenario.run.seed))
            .bind(5, hash)
            .run();
        Statement value(database, "INSERT OR IGNORE INTO point_value VALUES (?, ?, ?, ?)");
        for (std::size_t axis = 0; axis < point.values.size(); ++axis) {
            value.bind(1, number)
                .bind(2, static_cast<std::int64_t>(axis))
                .bind(3, point.values[axis].literal);
            point.values[axis].number ? value.bind(4, *point.values[axis].number) : value.bind_null(4);
            value.run();
        }
        Statement figure(database, "INSERT OR IGNORE INTO figure VALUES (?, ?, ?, ?, ?, ?)");
        std::vector<std::int64_t>& ids = state_->figures[point.number];
        ids.clear();
        for (const StudyFigure& one : figures) {
            ids.push_back(id_of(one));
            figure.bind(1, ids.back()).bind(2, one.scope).bind(3, one.name).bind(4, one.kpi->name);
            figure.bind(5, one.kpi->key).bind(6, to_text(one.kpi->unit)).run();
        }
        transaction.commit();
        return {};
    } catch (const SqliteProblem& refused) {
        return problem(refused.words);
    }
}

Diagnostics StudyDatabase::commit(const Block& block, const BlockFacts& facts)
{
    try {
        Sqlite& database = state_->database;
        Transaction transaction(database);
        const auto point = static_cast<std::int64_t>(block.point);
        Statement insert(database, "INSERT OR IGNORE INTO block VALUES (?, ?, ?, ?, ?, ?, ?)");
        insert.bind(1, point)
            .bind(2, static_cast<std::int64_t>(block.block))
            .bind(3, block.first_replication)
            .bind(4, static_cast<std::int64_t>(block.replications.size()))
            .bind(5, facts.elapsed_s)
            .bind(6, facts.host)
            .bind(7, now_in_utc())
            .run();
        Statement value(database, "INSERT OR IGNORE INTO value VALUES (?, ?, ?, ?, ?)");
        const std::vector<std::int64_t>& figures = state_->figures.at(block.point);
        for (std::size_t r = 0; r < block.replications.size(); ++r)
            for (std::size_t f = 0; f < figures.size(); ++f) {
                const KpiPair& pair = block.replications[r][f];
                value.bind(1, point)
                    .bind(2, block.first_replication + static_cast<std::int64_t>(r))
                    .bind(3, figures[f])
                    .bind(4, pair.numerator)
                    .bind(5, pair.denominator)
                    .run();
            }
        transaction.commit();
        return {};
    } catch (const SqliteProblem& refused) {
        return problem(refused.words);
    }
}

Result<std::vector<StoredBlock>> StudyDatabase::blocks(const std::vector<std::string>& precise_kpis) const
{
    try {
        Sqlite& database = state_->database;
        std::vector<StoredBlock> found;
        Statement block(database,
                        "SELECT point, block, first_replication, replications FROM block ORDER BY 1, 2");
        Statement pairs(database,
                        "SELECT v.numerator, v.denominator FROM value v JOIN figure f ON f.figure = v.figure "
                        "WHERE v.point = ? AND v.replication >= ? AND v.replication < ? AND "
                        "f.scope = 'total' AND f.kpi = ? AND f.key = '' ORDER BY v.replication");
        while (block.step()) {
            StoredBlock& one = found.emplace_back();
            one.point = static_cast<std::size_t>(block.whole(0));
            one.block = static_cast<std::size_t>(block.whole(1));
            one.first_replication = block.whole(2);
            one.replications = block.whole(3);
            for (const std::string& kpi : precise_kpis) {
                PairSeries& series = one.precise.emplace_back();
                pairs.bind(1, block.whole(0)).bind(2, one.first_replication);
                pairs.bind(3, one.first_replication + one.replications).bind(4, kpi);
                while (pairs.step())
                    series.add(pairs.real(0), pairs.real(1));
                pairs.reset();
            }
        }
        return found;
    } catch (const SqliteProblem& refused) {
        return problem(refused.words);
    }
}

} // namespace switchroom
