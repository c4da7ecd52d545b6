package io.segmentradar.store;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import com.fasterxml.jackson.databind.jsontype.impl.StdTypeResolverBuilder;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.segmentradar.core.kpi.Label;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Domain records as JSON and back, by their components. A component added to a record is stored by itself; one that an
 * older row lacks is read as absent. Cases of a sealed interface carry their simple name.
 */
final class DomainJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule(), FunnelJson.module())
            .annotationIntrospector(new SealedTypes())
            .addHandler(new OlderLabels())
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private DomainJson() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new StoreException(
                    "Cannot be stored as JSON: " + value.getClass().getSimpleName(), e);
        }
    }

    static <T> T read(String json, Class<T> type) {
        return read(json, MAPPER.constructType(type));
    }

    static <T> List<T> readList(String json, Class<T> type) {
        return read(json, MAPPER.getTypeFactory().constructCollectionType(List.class, type));
    }

    private static <T> T read(String json, JavaType type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new StoreException(
                    "A stored " + type.getRawClass().getSimpleName()
                            + " cannot be read by this version of the program: " + e.getOriginalMessage(),
                    e);
        }
    }

    /** Sentences that earlier versions stored in English alone stay so in both languages. */
    private static final class OlderLabels extends DeserializationProblemHandler {
        @Override
        public Object handleMissingInstantiator(
                DeserializationContext context,
                Class<?> type,
                ValueInstantiator instantiator,
                JsonParser parser,
                String message)
                throws IOException {
            boolean sentence = type == Label.class && parser.hasToken(JsonToken.VALUE_STRING);
            return sentence ? new Label(parser.getText(), parser.getText()) : NOT_HANDLED;
        }
    }

    /** Tells Jackson which case of a sealed interface a value is. */
    private static final class SealedTypes extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;
        private static final String TAG = "case";

        @Override
        public TypeResolverBuilder<?> findTypeResolver(MapperConfig<?> config, AnnotatedClass type, JavaType base) {
            Class<?> raw = type.getRawType();
            boolean sealed = raw.isInterface() && raw.isSealed();
            boolean permitted = Arrays.stream(raw.getInterfaces()).anyMatch(Class::isSealed) && raw.isRecord();
            if (!sealed && !permitted) {
                return super.findTypeResolver(config, type, base);
            }
            return new StdTypeResolverBuilder()
                    .init(
                            JsonTypeInfo.Value.construct(
                                    JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, TAG, null, false, null, null),
                            null);
        }

        @Override
        public List<NamedType> findSubtypes(Annotated annotated) {
            Class<?> raw = annotated.getRawType();
            if (!raw.isInterface() || !raw.isSealed()) {
                return super.findSubtypes(annotated);
            }
            return Arrays.stream(raw.getPermittedSubclasses())
                    .map(subclass -> new NamedType(subclass, subclass.getSimpleName()))
                    .toList();
        }

        @Override
        public String findTypeName(AnnotatedClass type) {
            return type.getRawType().isRecord() ? type.getRawType().getSimpleName() : super.findTypeName(type);
        }
    }
}
