package io.clientele.shared.graphql;

import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.SourceLocation;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says the findings of the validator in the words of the contract's library. */
final class ValidationWording {

    private static final String SEPARATE =
            " Use different aliases on the fields to fetch both if this was intentional.";

    private static final Pattern PREFIX = Pattern.compile("^\\s*Validation [Ee]rror \\([^)]*\\) ?: ");

    // What the validator says, and what the contract's library says instead; {1} to {4} are the quoted parts.
    private static final Map<Pattern, String> TEXTS = texts();

    private final GraphQLSchema schema;
    private final Document document;

    ValidationWording(GraphQLSchema schema, Document document) {
        this.schema = schema;
        this.document = document;
    }

    List<PlainError> of(List<ValidationError> findings) {
        List<PlainError> errors = new ArrayList<>();
        boolean literalsChecked = false;
        for (ValidationError finding : findings) {
            var type = finding.getValidationErrorType();
            if (type == ValidationErrorType.WrongType || type == ValidationErrorType.NullValueForNonNullArgument) {
                List<PlainError> literals = literalsChecked ? List.of() : LiteralCheck.of(schema, document);
                if (!literalsChecked && literals.isEmpty()) {
                    errors.add(PlainError.of(text(finding), locations(finding)));
                }
                errors.addAll(literals);
                literalsChecked = true;
            } else {
                errors.add(PlainError.of(text(finding), locations(finding)));
            }
        }
        return errors;
    }

    private String text(ValidationError finding) {
        String said = PREFIX.matcher(finding.getDescription() == null ? finding.getMessage() : finding.getDescription())
                .replaceFirst("");
        String specific = specific(finding, said);
        if (specific != null) {
            return specific;
        }
        for (Map.Entry<Pattern, String> text : TEXTS.entrySet()) {
            Matcher matcher = text.getKey().matcher(said);
            if (matcher.matches()) {
                return fill(text.getValue(), matcher);
            }
        }
        return said;
    }

    /** The texts that need more than the validator says: the field or directive an argument belongs to. */
    private @Nullable String specific(ValidationError finding, String said) {
        Matcher matcher = Pattern.compile("(Missing|Unknown|Null value for non-null) (field|directive) argument '(.*)'")
                .matcher(said);
        if (!matcher.matches()) {
            return null;
        }
        String argument = matcher.group(3);
        for (TypedWalk.Place place : TypedWalk.fields(schema, document)) {
            if (matcher.group(2).equals("field") && at(place, finding, argument)) {
                return matcher.group(1).equals("Unknown")
                        ? "Unknown argument \"%s\" on field \"%s\" of type \"%s\"."
                                .formatted(argument, place.field().getName(), nameOf(place))
                        : "Field \"%s\" argument \"%s\" of type \"%s\" is required but not provided."
                                .formatted(
                                        place.field().getName(),
                                        argument,
                                        typeOf(place.definition().getArgument(argument)));
            }
            for (Directive directive : place.field().getDirectives()) {
                if (matcher.group(2).equals("directive") && contains(finding, directive.getSourceLocation())) {
                    GraphQLArgument known =
                            schema.getDirective(directive.getName()).getArgument(argument);
                    return known == null
                            ? "Unknown argument \"%s\" on directive \"@%s\".".formatted(argument, directive.getName())
                            : "Directive \"@%s\" argument \"%s\" of type \"%s\" is required but not provided."
                                    .formatted(directive.getName(), argument, typeOf(known));
                }
            }
        }
        return null;
    }

    private static boolean at(TypedWalk.Place place, ValidationError finding, String argument) {
        if (contains(finding, place.field().getSourceLocation())) {
            return true;
        }
        for (Argument given : place.field().getArguments()) {
            if (given.getName().equals(argument) && contains(finding, given.getSourceLocation())) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(ValidationError finding, SourceLocation location) {
        return locations(finding).contains(location);
    }

    private static List<SourceLocation> locations(ValidationError finding) {
        return finding.getLocations() == null ? List.of() : finding.getLocations();
    }

    private static String nameOf(TypedWalk.Place place) {
        GraphQLNamedType parent = place.parent();
        return parent.getName();
    }

    private static String typeOf(GraphQLArgument argument) {
        return GraphQLTypeUtil.simplePrint(argument.getType());
    }

    private static String fill(String template, Matcher parts) {
        String text = template;
        for (int i = 1; i <= parts.groupCount(); i++) {
            text = text.replace("{" + i + "}", parts.group(i));
        }
        return text;
    }

    private static Map<Pattern, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("Field '(.*)' in type '(.*)' is undefined", "Cannot query field \"{1}\" on type \"{2}\".");
        texts.put("Unknown directive '(.*)'", "Unknown directive \"@{1}\".");
        texts.put("Directive '(.*)' not allowed here", "Directive \"@{1}\" may not be used here.");
        texts.put("Undefined fragment '(.*)'", "Unknown fragment \"{1}\".");
        texts.put("Unknown type '(.*)'", "Unknown type \"{1}\".");
        texts.put("Inline fragment type condition is invalid.*", "Fragment cannot condition on non composite type.");
        texts.put("Fragment type condition is invalid.*", "Fragment cannot condition on non composite type.");
        texts.put(
                "(?:Anonymous operation with other operations|Operation '.*' is following anonymous operation)",
                "This anonymous operation must be the only defined operation.");
        texts.put("Fragment cycles not allowed", "Cannot spread fragment within itself.");
        texts.put("Undefined variable '(.*)'", "Variable \"${1}\" is not defined.");
        texts.put("Unused variable '(.*)'", "Variable \"${1}\" is never used.");
        texts.put("Unused fragment '(.*)'", "Fragment \"{1}\" is never used.");
        String conflict = "Fields \"{1}\" conflict because ";
        texts.put(
                "'(.*)' : '(.*)' and '(.*)' are different fields",
                conflict + "{2} and {3} are different fields." + SEPARATE);
        texts.put("'(.*)' : fields have different arguments", conflict + "they have differing arguments." + SEPARATE);
        texts.put(
                "'(.*)' : returns different types '(.*)' and '(.*)'",
                conflict + "they return conflicting types {2} and {3}." + SEPARATE);
        texts.put(
                "'(.*)' : fields have different (?:nullability|list) shapes",
                conflict + "they return conflicting types." + SEPARATE);
        texts.put(
                "Fragment cannot be spread here as objects of type '(.*)' can never be of type '(.*)'",
                "Fragment cannot be spread here as objects of type \"{1}\" can never be of type \"{2}\".");
        texts.put(
                "Fragment '(.*)' cannot be spread here as objects of type '(.*)' can never be of type '(.*)'",
                "Fragment \"{1}\" cannot be spread here as objects of type \"{2}\" can never be of type \"{3}\".");
        texts.put(
                "Subselection not allowed on leaf type '(.*)' of field '(.*)'",
                "Field \"{2}\" of type \"{1}\" must not have a sub selection.");
        texts.put(
                "Subselection required for type '(.*)' of field '(.*)'",
                "Field \"{2}\" of type \"{1}\" must have a sub selection.");
        texts.put("There can be only one field named '(.*)'", "There can be only one input field named \"{1}\".");
        texts.put("There can be only one (\\w+) named '(.*)'.*", "There can be only one {1} named \"{2}\".");
        texts.put(
                "Non repeatable directives must be.* The directive '(.*)' used on a '.*' is not unique",
                "The directive \"{1}\" can only be used once at this location.");
        texts.put(
                "Input variable '(.*)' type '(.*)' is not an input type",
                "Variable \"${1}\" cannot be non-input type \"{2}\".");
        texts.put(
                "Variable '(.*)' of type '(.*)' used in position expecting type '(.*)'",
                "Variable \"${1}\" of type \"{2}\" used in position expecting type \"{3}\".");
        texts.put(
                "(?:Bad default value|argument '.*' with value) '(.*)' (?:for type|is not a valid) '(.*)'.*",
                "Expected value of type \"{2}\".");
        texts.put(
                "The '(.*)' operation is not supported by the schema",
                "Schema is not configured to execute {1} operation.");
        texts.put("Type '(.*)' definition is not executable", "The \"{1}\" definition is not executable.");
        texts.put("(\\w+) definition is not executable", "The {1} definition is not executable.");
        Map<Pattern, String> patterns = new LinkedHashMap<>();
        texts.forEach((pattern, text) -> patterns.put(Pattern.compile(pattern, Pattern.DOTALL), text));
        return patterns;
    }
}
