package io.clientele.segment.rule.tree;

import static io.clientele.segment.rule.tree.FieldFacts.of;
import static io.clientele.segment.rule.tree.ValueType.DATE;
import static io.clientele.segment.rule.tree.ValueType.ID;
import static io.clientele.segment.rule.tree.ValueType.NUMBER;
import static io.clientele.segment.rule.tree.ValueType.TEXT;
import static io.clientele.segment.rule.tree.ValueType.YES_NO;

import java.util.Optional;

/** Fields of the customer, of the newsletter and of the balances. */
public enum ProfileField implements RuleField {
    PREFIX(of(TEXT, "The name prefix.")),
    FIRSTNAME(of(TEXT, "The first name.")),
    MIDDLENAME(of(TEXT, "The middle name or initial.")),
    LASTNAME(of(TEXT, "The last name.")),
    SUFFIX(of(TEXT, "The name suffix.")),
    EMAIL(of(TEXT, "The e-mail address of the account.")),
    GENDER(of(ID, "The gender.").from(Choices.GENDERS)),
    DOB(of(DATE, "The date of birth.")),
    TAXVAT(of(TEXT, "The tax or VAT number of the account.")),
    GROUP_ID(of(ID, "The customer group.").from(Choices.GROUPS).inText("group")),
    WEBSITE_ID(of(ID, "The website of the account.").from(Choices.WEBSITES).inText("website")),
    STORE_ID(of(ID, "The store view in which the account was made.")
            .from(Choices.STORES)
            .inText("store")),
    CREATED_AT(of(DATE, "The day on which the account was made, in the website's time zone.")
            .inText("customer_since")),
    EXTERNAL_ID(of(TEXT, "The key of the customer in another system.")),
    IS_ACTIVE(of(YES_NO, "Whether the account may be used.")),
    IS_CONFIRMED(of(YES_NO, "Whether the account waits for no confirmation.")),
    IS_EMAIL_VERIFIED(of(YES_NO, "Whether the address was shown to be the customer's.")),
    NEWSLETTER(of(YES_NO, "Whether the customer is subscribed to the newsletter in one of the websites.")),
    STORE_CREDIT(of(NUMBER, "The store credit in the websites, in their base currency; none reported counts as 0.")),
    REWARD_POINTS(of(NUMBER, "The reward points in the websites; none reported counts as 0.")),
    BIRTHDAY_IN_DAYS(
            of(
                    NUMBER,
                    "In how many days the next birthday is, in the website's time zone; 0 is today. One on 29 February is kept on 28 February in other years.")),
    AGE_YEARS(of(NUMBER, "The age in whole years.")),
    DAYS_SINCE_REGISTRATION(
            of(NUMBER, "How many days ago the account was made, by the website's calendar; 0 is today."));

    @SuppressWarnings("ImmutableEnumChecker") // A record of constants.
    private final FieldFacts facts;

    ProfileField(FieldFacts facts) {
        this.facts = facts;
    }

    @Override
    public FieldFacts facts() {
        return facts;
    }

    public static Optional<ProfileField> named(String name) {
        return RuleField.named(values(), name);
    }
}
