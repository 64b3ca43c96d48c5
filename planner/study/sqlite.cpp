#include "planner/study/sqlite.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cmath>
#include <limits>

namespace switchroom {

namespace {

/// What a person can do about it.
std::string in_words(const std::string& path, int code, const char* message)
{
    switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return fmt::format("{}: another program is writing to this database", path);
    case SQLITE_FULL:
        return fmt::format("{}: the disk is full; everything finished so far is kept", path);
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
        return fmt::format("{}: cannot be written (folder missing or read-only?)", path);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return fmt::format("{}: is damaged or no database of a study", path);
    case SQLITE_IOERR:
        return fmt::format("{}: the disk refuses ({}); everything finished so far is kept", path, message);
    default:
        return fmt::format("{}: {}", path, message);
    }
}

} // namespace

void Sqlite::Close::operator()(sqlite3* handle) const
{
    sqlite3_close_v2(handle);
}

Sqlite::Sqlite(const std::string& path) : path_(path)
{
    sqlite3* opened = nullptr;
    const int code =
        sqlite3_open_v2(path.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    handle_.reset(opened);
    if (code != SQLITE_OK)
        fail();
    sqlite3_extended_result_codes(opened, 1);
    sqlite3_busy_timeout(opened, 5000);
}

void Sqlite::fail() const
{
    throw SqliteProblem{
        in_words(path_, sqlite3_extended_errcode(handle_.get()), sqlite3_errmsg(handle_.get()))};
}

void Sqlite::run(const std::string& statements)
{
    if (sqlite3_exec(handle_.get(), statements.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        fail();
}

std::int64_t Sqlite::number(const std::string& statement)
{
    Statement query(*this, statement);
    return query.step() ? query.whole(0) : 0;
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

Statement::Statement(Sqlite& database, std::string_view sql) : database_(&database)
{
    sqlite3_stmt* prepared = nullptr;
    if (sqlite3_prepare_v2(database.handle(), sql.data(), static_cast<int>(sql.size()), &prepared, nullptr) !=
        SQLITE_OK)
        database.fail();
    statement_.reset(prepared);
}

Statement& Statement::bind(int place, std::int64_t value)
{
    sqlite3_bind_int64(statement_.get(), place, value);
    return *this;
}

Statement& Statement::bind(int place, double value)
{
    if (std::isnan(value))
        return bind_null(place);
    sqlite3_bind_double(statement_.get(), place, value);
    return *this;
}

Statement& Statement::bind(int place, std::string_view value)
{
    // SQLite takes a null pointer, as an empty view may hold, for NULL.
    const char* words = value.data() ? value.data() : "";
    sqlite3_bind_text(statement_.get(), place, words, static_cast<int>(value.size()), SQLITE_TRANSIENT);
    return *this;
}

Statement& Statement::bind_null(int place)
{
    sqlite3_bind_null(statement_.get(), place);
    return *this;
}

bool Statement::step()
{
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        database_->fail();
    return false;
}

void Statement::run()
{
    while (step()) {
    }
    reset();
}

void Statement::reset()
{
    sqlite3_reset(statement_.get());
}

std::int64_t Statement::whole(int column) const
{
    return sqlite3_column_int64(statement_.get(), column);
}

double Statement::real(int column) const
{
    return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL
               ? std::numeric_limits<double>::quiet_NaN()
               : sqlite3_column_double(statement_.get(), column);
}

std::string Statement::text(int column) const
{
    const auto* words = sqlite3_column_text(statement_.get(), column);
    return words ? reinterpret_cast<const char*>(words) : "";
}

} // namespace switchroom
