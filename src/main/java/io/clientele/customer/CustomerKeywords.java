package io.clientele.customer;

import io.clientele.address.AddressParticipant;
import io.clientele.attribute.Attribute;
import io.clientele.attribute.AttributeOwner;
import io.clientele.attribute.Attributes;
import io.clientele.shared.Fold;
import io.clientele.shared.Refusals;
import io.clientele.shared.search.Demand;
import io.clientele.shared.search.FrequentParts;
import io.clientele.shared.search.TextParts;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.LaterStatements;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the keyword search looks into: one text for each customer, of its names, e-mail address, phone number (as written
 * and as digits), company, and the attributes that say so.
 */
@ApplicationScoped
class CustomerKeywords implements AddressParticipant {

    private static final int LONGEST = 255;
    private static final String INDEX = "customer_keyword_text_ix.1";
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private static final String WRITE = "insert into customer_keyword (customer_id, text)"
            + " select c.id, lower(concat_ws(' ', c.firstname, c.middlename, c.lastname, c.email_key, b.telephone,"
            + " regexp_replace(b.telephone, '\\D', '', 'g'), b.company";
    private static final String FROM = ") collate \"und-x-icu\") from customer c"
            + " left join customer_address b on b.customer_id = c.id and b.is_default_billing";
    private static final String OVER =
            " on conflict (customer_id) do update set text = excluded.text where customer_keyword.text <> excluded.text";

    private final Database database;
    private final LaterStatements later;
    private final Attributes attributes;
    private final FrequentParts frequent;

    @Inject
    CustomerKeywords(Database database, LaterStatements later, Attributes attributes, FrequentParts frequent) {
        this.frequent = frequent;
        this.database = database;
        this.later = later;
        this.attributes = attributes;
    }

    /** Brings the customer's text up to date, in the transaction in hand. */
    void refresh(long customerId) {
        later.addFor(write() + " where c.id = any (?)" + OVER, customerId);
    }

    /** The same for many customers. */
    void refresh(long[] customerIds) {
        later.add(SqlFragment.of(write() + " where c.id = any (?)" + OVER, (Object) customerIds));
    }

    @Override
    public void bookChanged(long customerId) {
        refresh(customerId);
    }

    /**
     * Brings the texts of the customers after one up to date.
     *
     * @return the last of them, or 0 when there was none left
     */
    long refreshAfter(long id, int most) {
        long last = database.first(
                        SqlFragment.of(
                                "select max(id) from (select id from customer where id > ? order by id limit ?) part",
                                id,
                                most),
                        row -> row.getLong(1))
                .orElse(0L);
        if (last > 0) {
            database.run(SqlFragment.of(write() + " where c.id > ? and c.id <= ?" + OVER, id, last));
        }
        return last;
    }

    /** Names the attributes that are looked into now. */
    String searched() {
        return searchable().map(Attribute::key).collect(Collectors.joining(","));
    }

    /**
     * That all the words are in a customer's text. The index finds few; where every word may be one of a hundred customers', they
     * are also met on the way through the list.
     */
    Demand matching(String keyword) {
        String words = Fold.key(keyword.strip());
        if (words.length() > LONGEST) {
            throw Refusals.tooLong("search", LONGEST);
        }
        List<SqlFragment> found = new ArrayList<>();
        List<SqlFragment> met = new ArrayList<>();
        boolean indexed = false;
        for (String word : SPACES.split(words, -1)) {
            String pattern = "%" + TextParts.literal(word) + "%";
            found.add(TextParts.like("k.text", pattern));
            indexed |= TextParts.query(pattern) != null;
            if (frequent.all(INDEX, pattern)) {
                met.add(SqlFragment.of("k.text like ?", pattern));
            }
        }
        SqlFragment all = SqlFragment.joined("and", found);
        return new Demand(
                indexed ? first(all) : one(all),
                met.size() < found.size()
                        ? null
                        : SqlFragment.of("(select")
                                .then(SqlFragment.joined("and", met))
                                .then("from customer_keyword k where k.customer_id = c.id)"),
                SqlFragment.of("from customer_keyword k where").then(all));
    }

    /**
     * As the index finds them, before anything else is done. Left to itself PostgreSQL cuts the text of each customer that it comes to
     * into pieces, for seconds, where some customers of a thousand have the words and they are not where it looks.
     */
    private static SqlFragment first(SqlFragment all) {
        return SqlFragment.of("c.id = any (array(select k.customer_id from customer_keyword k where")
                .then(all)
                .then("))");
    }

    private static SqlFragment one(SqlFragment all) {
        return SqlFragment.of("exists (select 1 from customer_keyword k where k.customer_id = c.id and")
                .then(all)
                .then(")");
    }

    private String write() {
        return searchable()
                .map(attribute -> ", " + AttributeSearch.text(attribute, "c.attributes"))
                .collect(Collectors.joining("", WRITE, FROM));
    }

    /** Options are kept as numbers, files as paths: nobody looks for those. */
    private java.util.stream.Stream<Attribute> searchable() {
        return attributes.custom(AttributeOwner.CUSTOMER).stream()
                .filter(attribute -> attribute.grid().search())
                .filter(attribute -> attribute.input().isText());
    }
}
