package io.clientele.segment.rule.sql;

import io.clientele.shared.sql.SqlFragment;

/** How facts come to people: relations, called by an alias, and how they are joined. */
enum Layout {
    /** For everybody: facts are read as a whole, grouped by a column {@code person_id}, and hashed. */
    GROUPED {
        @Override
        SqlFragment joined(String alias, SqlFragment relation) {
            return SqlFragment.of("left join").then(relation).then("on " + alias + ".person_id = p.id");
        }

        @Override
        SqlFragment aggregated(String alias, SqlFragment columns, Facts facts) {
            return SqlFragment.of("(select " + facts.person() + " as person_id,")
                    .then(columns)
                    .then(facts.fromWhere("is not null"))
                    .then("group by " + facts.person() + ") " + alias);
        }

        @Override
        SqlFragment found(String alias, Facts facts) {
            return SqlFragment.of("(select distinct " + facts.person() + " as person_id, true as found")
                    .then(facts.fromWhere("is not null"))
                    .then(") " + alias);
        }

        @Override
        SqlFragment distinct(String alias, SqlFragment counted, Facts facts) {
            return SqlFragment.of("(select d.person_id, count(*) as n from (select distinct " + facts.person()
                            + " as person_id,")
                    .then(counted)
                    .then("as counted")
                    .then(facts.fromWhere("is not null"))
                    .then(") d group by d.person_id) " + alias);
        }
    },

    /** For a few people: the facts of each are looked up. */
    LATERAL {
        @Override
        SqlFragment joined(String alias, SqlFragment relation) {
            return SqlFragment.of("left join lateral").then(relation).then("on true");
        }

        @Override
        SqlFragment aggregated(String alias, SqlFragment columns, Facts facts) {
            return SqlFragment.of("(select")
                    .then(columns)
                    .then(facts.fromWhere("= p.id"))
                    .then(") " + alias);
        }

        @Override
        SqlFragment found(String alias, Facts facts) {
            return SqlFragment.of("(select true as found")
                    .then(facts.fromWhere("= p.id"))
                    .then("limit 1) " + alias);
        }

        @Override
        SqlFragment distinct(String alias, SqlFragment counted, Facts facts) {
            return SqlFragment.of("(select count(distinct")
                    .then(counted)
                    .then(") as n")
                    .then(facts.fromWhere("= p.id"))
                    .then(") " + alias);
        }
    };

    /** The relation behind the people, who stay when they have no row in it. */
    abstract SqlFragment joined(String alias, SqlFragment relation);

    /** Sums and the like of a person's facts. */
    abstract SqlFragment aggregated(String alias, SqlFragment columns, Facts facts);

    /** A column {@code found}, true for who has such facts. */
    abstract SqlFragment found(String alias, Facts facts);

    /** A column {@code n}: how many different values a person's facts have. */
    abstract SqlFragment distinct(String alias, SqlFragment counted, Facts facts);
}
