package io.clientele.attribute;

import static io.clientele.AdminFixture.asAdmin;

import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Deletes all attributes after each test: a required one would be demanded in every other test. */
public final class AttributesGone implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext context) {
        for (String path : List.of(AttributeFixture.CUSTOMERS, AttributeFixture.ADDRESSES)) {
            List<String> codes = asAdmin()
                    .get(path + "/search?searchCriteria")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("items.attribute_code");
            codes.forEach(code -> AttributeFixture.delete(path, code));
        }
    }
}
