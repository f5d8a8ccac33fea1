package hopscope.scenario;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinitionProviderV2;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** The JSON Schema (2020-12) of scenario files, for editors; made from the records that the files are bound to. */
public final class ScenarioSchema {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ScenarioSchema() {}

    /** The schema as indented JSON, the same bytes each time. */
    public static String json() {
        SchemaGeneratorConfigBuilder builder =
                new SchemaGeneratorConfigBuilder(JSON, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON);
        builder.with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT, Option.DEFINITIONS_FOR_ALL_OBJECTS);
        describeFields(builder);
        builder.forTypesInGeneral()
                .withPropertySorter((first, second) -> 0)
                .withCustomDefinitionProvider(ScenarioSchema::leaf)
                .withCustomDefinitionProvider(new ShortSections())
                .withCustomDefinitionProvider(new InlinedSettings())
                .withCustomDefinitionProvider(new ProtocolEntries())
                .withTypeAttributeOverride((node, scope, context) ->
                        addAlternatives(node, scope.getType().getErasedType()));
        ObjectNode schema = new SchemaGenerator(builder.build()).generateSchema(Scenario.class);
        schema.put("title", "Hopscope scenario");
        ((ObjectNode) schema.get("properties")).set("sweep", SweepSchema.of(JSON));
        return print(schema);
    }

    private static void describeFields(SchemaGeneratorConfigBuilder builder) {
        builder.forFields()
                .withIgnoreCheck(field -> field.getAnnotation(Loaded.class) != null)
                .withPropertyNameOverrideResolver(field -> Labels.key(field.getDeclaredName()))
                .withRequiredCheck(
                        field -> setting(field) != null && setting(field).required())
                .withDescriptionResolver(
                        field -> setting(field) == null ? null : setting(field).about())
                .withDefaultResolver(ScenarioSchema::defaultValue)
                .withNumberInclusiveMinimumResolver(field -> limit(field, true))
                .withNumberInclusiveMaximumResolver(field -> limit(field, false));
    }

    private static Setting setting(FieldScope field) {
        return field.isFakeContainerItemScope() ? null : field.getAnnotation(Setting.class);
    }

    private static boolean isNumber(FieldScope field) {
        return Number.class.isAssignableFrom(field.getType().getErasedType());
    }

    private static Object defaultValue(FieldScope field) {
        Setting setting = setting(field);
        if (setting == null || setting.byDefault().isEmpty()) {
            return null;
        }
        return isNumber(field) ? new BigDecimal(setting.byDefault()) : setting.byDefault();
    }

    private static BigDecimal limit(FieldScope field, boolean least) {
        Setting setting = setting(field);
        if (setting == null || !isNumber(field)) {
            return null;
        }
        String text = least ? setting.min() : setting.max();
        return text.isEmpty() ? null : new BigDecimal(text);
    }

    /** The values that are written otherwise than the record looks. */
    private static CustomDefinition leaf(ResolvedType type, SchemaGenerationContext context) {
        ObjectNode definition = SchemaLeaves.of(type.getErasedType());
        return definition == null
                ? null
                : new CustomDefinition(
                        definition, CustomDefinition.DefinitionType.STANDARD, CustomDefinition.AttributeInclusion.NO);
    }

    /** Keys of which exactly one is given. */
    private static void addAlternatives(ObjectNode node, Class<?> type) {
        if (type == TopologySpec.class) {
            oneOf(node, List.of("edges", "generate", "file"));
        } else if (type == FaultSpec.class) {
            oneOf(node, FaultKind.labels());
        }
    }

    private static void oneOf(ObjectNode node, List<String> keys) {
        ArrayNode alternatives = node.putArray("oneOf");
        keys.forEach(key -> alternatives.addObject().putArray("required").add(key));
    }

    /** A latency, a jitter or a loss is a mapping, or one value alone. */
    private static final class ShortSections implements CustomDefinitionProviderV2 {
        @Override
        public CustomDefinition provideCustomSchemaDefinition(ResolvedType type, SchemaGenerationContext context) {
            if (!ShortForms.has(type.getErasedType())) {
                return null;
            }
            ObjectNode definition = JSON.createObjectNode();
            ArrayNode alternatives = definition.putArray("anyOf");
            alternatives.add(SchemaLeaves.of(ShortForms.leaf(type.getErasedType())));
            alternatives.add(context.createStandardDefinition(type, this));
            return new CustomDefinition(
                    definition, CustomDefinition.DefinitionType.STANDARD, CustomDefinition.AttributeInclusion.NO);
        }
    }

    /** The keys of an inlined record stand among those of its holder. */
    private static final class InlinedSettings implements CustomDefinitionProviderV2 {
        @Override
        public CustomDefinition provideCustomSchemaDefinition(ResolvedType type, SchemaGenerationContext context) {
            Class<?> plain = type.getErasedType();
            if (!plain.isRecord()
                    || Arrays.stream(plain.getRecordComponents())
                            .noneMatch(component -> ScenarioKeys.isInlined(component.getType()))) {
                return null;
            }
            ObjectNode definition = context.createStandardDefinition(type, this);
            ObjectNode settings =
                    context.createStandardDefinition(context.getTypeContext().resolve(LinkSettings.class), this);
            ObjectNode properties = (ObjectNode) definition.get("properties");
            properties.remove("settings");
            settings.get("properties").properties().forEach(entry -> properties.set(entry.getKey(), entry.getValue()));
            return new CustomDefinition(
                    definition, CustomDefinition.DefinitionType.STANDARD, CustomDefinition.AttributeInclusion.YES);
        }
    }

    /** An entry is a word, or a mapping whose keys depend on the protocol that it uses. */
    private static final class ProtocolEntries implements CustomDefinitionProviderV2 {
        @Override
        public CustomDefinition provideCustomSchemaDefinition(ResolvedType type, SchemaGenerationContext context) {
            if (type.getErasedType() != ProtocolSpec.class) {
                return null;
            }
            ObjectNode definition = JSON.createObjectNode();
            ArrayNode alternatives = definition.putArray("anyOf");
            alternatives.add(SchemaLeaves.of(Protocol.class));
            for (Protocol protocol : Protocol.values()) {
                alternatives.add(entry(protocol, context));
            }
            return new CustomDefinition(
                    definition, CustomDefinition.DefinitionType.STANDARD, CustomDefinition.AttributeInclusion.NO);
        }

        private ObjectNode entry(Protocol protocol, SchemaGenerationContext context) {
            ObjectNode entry = standard(ProtocolEntry.class, context);
            ObjectNode properties = (ObjectNode) entry.get("properties");
            properties.putObject("use").put("const", protocol.label());
            properties.setAll(
                    (ObjectNode) standard(protocol.settingsType(), context).get("properties"));
            return entry;
        }

        private ObjectNode standard(Class<?> type, SchemaGenerationContext context) {
            return context.createStandardDefinition(context.getTypeContext().resolve(type), this);
        }
    }

    private static String print(ObjectNode schema) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        try {
            return JSON.writer(printer).writeValueAsString(schema) + "\n";
        } catch (JsonProcessingException e) {
            throw new AssertionError("a schema in memory can be written", e);
        }
    }
}
