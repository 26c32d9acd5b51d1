package io.clientele.mail;

import static io.clientele.store.SettingScope.STORES;

import io.clientele.store.SettingDefinition;
import io.clientele.store.SettingDefinitions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The settings this feature reads: the identities that mails come from. */
@ApplicationScoped
public class MailSettings implements SettingDefinitions {

    /** The identity that stands in where another one has no address. */
    static final String GENERAL = "general";

    /** What mails call the shop; the store view's name where it is empty. */
    static final SettingDefinition STORE_NAME =
            SettingDefinition.text("general/store_information/name", "", STORES, "Store Name");

    /**
     * Who mails come from.
     *
     * @param name the sender's name; empty for none
     * @param email the sender's address; empty for that of the general identity
     */
    record Identity(SettingDefinition name, SettingDefinition email) {}

    private static final Map<String, Identity> IDENTITIES = identities();
    private static final Identity GENERAL_IDENTITY = Objects.requireNonNull(IDENTITIES.get(GENERAL));

    /** The identity with the name; the general one for names that none has. */
    static Identity identity(String name) {
        return IDENTITIES.getOrDefault(name, GENERAL_IDENTITY);
    }

    private static Map<String, Identity> identities() {
        Map<String, Identity> identities = new LinkedHashMap<>();
        for (String name : List.of(GENERAL, "sales", "support", "custom1", "custom2")) {
            String path = "trans_email/ident_" + name;
            identities.put(
                    name,
                    new Identity(
                            SettingDefinition.text(path + "/name", "", STORES, "Sender Name (" + name + ")"),
                            SettingDefinition.text(path + "/email", "", STORES, "Sender Email (" + name + ")")));
        }
        return identities;
    }

    @Override
    public List<SettingDefinition> all() {
        return Stream.concat(
                        Stream.of(STORE_NAME),
                        IDENTITIES.values().stream().flatMap(identity -> Stream.of(identity.name(), identity.email())))
                .toList();
    }
}
