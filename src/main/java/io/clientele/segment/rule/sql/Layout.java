package io.clientele.segment.rule.sql;

import io.clientele.shared.sql.SqlFragment;

/** How facts come to people. */
enum Layout {
    /** For everybody: facts are read as a whole, grouped by person, and hashed. */
    GROUPED {
        @Override
        SqlFragment aggregated(String alias, SqlFragment columns, Facts facts) {
            return SqlFragment.of("left join (select " + facts.person() + " as person_id,")
                    .then(columns)
                    .then(facts.fromWhere("is not null"))
                    .then("group by " + facts.person() + ") " + alias + " on " + alias + ".person_id = p.id");
        }

        @Override
        SqlFragment found(String alias, Facts facts) {
            return SqlFragment.of("left join (select distinct " + facts.person() + " as person_id, true as found")
                    .then(facts.fromWhere("is not null"))
                    .then(") " + alias + " on " + alias + ".person_id = p.id");
        }

        @Override
        SqlFragment distinct(String alias, SqlFragment counted, Facts facts) {
            return SqlFragment.of("left join (select d.person_id, count(*) as n from (select distinct " + facts.person()
                            + " as person_id,")
                    .then(counted)
                    .then("as counted")
                    .then(facts.fromWhere("is not null"))
                    .then(") d group by d.person_id) " + alias + " on " + alias + ".person_id = p.id");
        }
    },

    /** For a few people: the facts of each are looked up. */
    LATERAL {
        @Override
        SqlFragment aggregated(String alias, SqlFragment columns, Facts facts) {
            return SqlFragment.of("left join lateral (select")
                    .then(columns)
                    .then(facts.fromWhere("= p.id"))
                    .then(") " + alias + " on true");
        }

        @Override
        SqlFragment found(String alias, Facts facts) {
            return SqlFragment.of("left join lateral (select true as found")
                    .then(facts.fromWhere("= p.id"))
                    .then("limit 1) " + alias + " on true");
        }

        @Override
        SqlFragment distinct(String alias, SqlFragment counted, Facts facts) {
            return SqlFragment.of("left join lateral (select count(distinct")
                    .then(counted)
                    .then(") as n")
                    .then(facts.fromWhere("= p.id"))
                    .then(") " + alias + " on true");
        }
    };

    /** Sums and the like of a person's facts. */
    abstract SqlFragment aggregated(String alias, SqlFragment columns, Facts facts);

    /** A column {@code found}, true for who has such facts. */
    abstract SqlFragment found(String alias, Facts facts);

    /** A column {@code n}: how many different values a person's facts have. */
    abstract SqlFragment distinct(String alias, SqlFragment counted, Facts facts);
}
