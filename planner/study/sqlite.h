#pragma once
/// SQLite behind values: statements that bind and step, errors as sentences about the file.

#include "sim/base/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace switchroom {

/// Thrown inside planner/study alone and caught at its border (StudyDatabase): what SQLite refused, in words.
struct SqliteProblem {
    std::string words;
};

/// An open database file. One thread.
class Sqlite {
public:
    /// Opens or makes `path`. Throws SqliteProblem.
    explicit Sqlite(const std::string& path);
    /// One or several statements without results.
    void run(const std::string& statements);
    /// First column of the first row as a number.
    std::int64_t number(const std::string& statement);
    sqlite3* handle() const { return handle_.get(); }
    [[noreturn]] void fail() const; ///< with the handle's last error

private:
    struct Close {
        void operator()(sqlite3* handle) const;
    };
    std::string path_;
    std::unique_ptr<sqlite3, Close> handle_;
};

/// A prepared statement: bind 1, 2, …, then step until it is false.
class Statement {
public:
    Statement(Sqlite& database, std::string_view sql);
    Statement& bind(int place, std::int64_t value);
    Statement& bind(int place, double value); ///< NaN becomes NULL
    Statement& bind(int place, std::string_view value);
    Statement& bind_null(int place);
    /// True: there is a row.
    bool step();
    /// Runs it to the end and makes it ready for other values.
    void run();
    void reset();
    std::int64_t whole(int column) const;
    double real(int column) const; ///< NaN where NULL
    std::string text(int column) const;

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    Sqlite* database_;
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

} // namespace switchroom
