#include "planner/study/database_schema.h"

namespace switchroom {

// Names of columns that hold facts of the clock or the machine contain time, date, host or elapsed; all
// others are the same whoever simulated, and however often it was interrupted.
const std::string_view study_schema = R"sql(
CREATE TABLE study (
    key TEXT PRIMARY KEY, -- name, text, base, base_text, switchroom, seed, block, at_most
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE axis (
    axis INTEGER PRIMARY KEY, -- position in the study's file
    name TEXT NOT NULL,
    path TEXT,
    lever TEXT
);

CREATE TABLE scenario_text (
    hash TEXT PRIMARY KEY, -- 64-bit FNV-1a of the text, in hexadecimal
    text TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE point (
    point INTEGER PRIMARY KEY, -- number in the plan, before filters
    name TEXT NOT NULL,
    change TEXT NOT NULL,      -- '' where there is none
    seed INTEGER NOT NULL,
    scenario_hash TEXT NOT NULL REFERENCES scenario_text(hash)
);

CREATE TABLE point_value (
    point INTEGER NOT NULL REFERENCES point(point),
    axis INTEGER NOT NULL REFERENCES axis(axis),
    literal TEXT NOT NULL, -- as TOML writes it
    number REAL,           -- NULL where it is no number
    PRIMARY KEY (point, axis)
) WITHOUT ROWID;

CREATE TABLE figure (
    figure INTEGER PRIMARY KEY, -- from scope, name, kpi and key alone: the same in every file
    scope TEXT NOT NULL, -- total, contact, group, segment
    name TEXT NOT NULL,  -- of the contact …, '' for the total
    kpi TEXT NOT NULL,
    key TEXT NOT NULL,   -- within service_level_by_formula and its like, else ''
    unit TEXT NOT NULL,
    UNIQUE (scope, name, kpi, key)
);

CREATE TABLE block (
    point INTEGER NOT NULL REFERENCES point(point),
    block INTEGER NOT NULL,
    first_replication INTEGER NOT NULL,
    replications INTEGER NOT NULL,
    elapsed_s REAL NOT NULL,
    host TEXT NOT NULL,
    committed_time TEXT NOT NULL,
    PRIMARY KEY (point, block)
) WITHOUT ROWID;

CREATE TABLE value (
    point INTEGER NOT NULL,
    replication INTEGER NOT NULL,
    figure INTEGER NOT NULL REFERENCES figure(figure),
    numerator REAL,   -- NULL where the figure is undefined
    denominator REAL,
    PRIMARY KEY (point, replication, figure)
) WITHOUT ROWID;

-- Ratio of expectations of each point and figure, with the standard error of the delta method (docs/kpis.md):
-- multiply by Student's t with n - 1 degrees of freedom (1.96 for many) for a half-width.
CREATE VIEW point_figure AS
WITH sums AS (
    SELECT point, figure, count(*) AS n, sum(numerator) / sum(denominator) AS mean,
           sum(denominator) / count(*) AS mean_denominator
    FROM value WHERE numerator IS NOT NULL GROUP BY point, figure)
SELECT s.point, p.name AS point_name, f.scope, f.name, f.kpi, f.key, f.unit, s.n, s.mean,
       CASE WHEN s.n > 1 THEN
           sqrt(sum((v.numerator - s.mean * v.denominator) * (v.numerator - s.mean * v.denominator)) / (s.n - 1) / s.n)
           / abs(s.mean_denominator) END AS standard_error
FROM sums s JOIN value v ON v.point = s.point AND v.figure = s.figure
JOIN figure f ON f.figure = s.figure JOIN point p ON p.point = s.point
WHERE v.numerator IS NOT NULL GROUP BY s.point, s.figure;

-- The same with the point's values as one JSON object: {"desk": 3, "volume": 1.1}.
CREATE VIEW point_table AS
SELECT r.*, (SELECT json_group_object(a.name, coalesce(w.number, w.literal))
             FROM point_value w JOIN axis a ON a.axis = w.axis WHERE w.point = r.point) AS axis_values
FROM point_figure r;

-- How far each point is.
CREATE VIEW progress AS
SELECT p.point, p.name, count(b.block) AS blocks, coalesce(sum(b.replications), 0) AS replications
FROM point p LEFT JOIN block b ON b.point = p.point GROUP BY p.point;

-- Differences of every point to the first one on the same callers, replication by replication.
CREATE VIEW difference_to_first AS
SELECT v.point, v.replication, f.scope, f.name, f.kpi, f.key,
       v.numerator / v.denominator - b.numerator / b.denominator AS difference
FROM value v JOIN value b ON b.replication = v.replication AND b.figure = v.figure
    AND b.point = (SELECT min(point) FROM point)
JOIN figure f ON f.figure = v.figure
WHERE v.point <> b.point AND v.denominator <> 0 AND b.denominator <> 0;
)sql";

} // namespace switchroom
